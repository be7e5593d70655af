using System.Collections.Immutable;
using Platform.Kernel.Graph.Building;
using Platform.Kernel.Model;

namespace Platform.Kernel.Graph;

/// <summary>
/// The execution attributes of Camunda, Activiti and Flowable files that have an exact meaning here.
/// Nothing else in the kernel knows these vocabularies; they are read, never written.
/// </summary>
internal static class VendorExtensions
{
    private static readonly string[] Namespaces =
        ["http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn", "http://flowable.org/bpmn"];

    /// <summary>What vendor attributes say about an activity; everything not said is empty.</summary>
    internal static ActivityPlan Activity(ActivityNode node, ExpressionReader expressions)
    {
        var (localInputs, localOutputs) = InputOutput(node, expressions);
        return ActivityPlan.Empty with
        {
            Script = node is ServiceTask or SendTask or BusinessRuleTask ? expressions.Read(Attribute(node, "expression"), node) : null,
            ResultVariable = Attribute(node, "resultVariable") ?? Attribute(node, "resultVariableName"),
                        LocalInputs = localInputs,
            LocalOutputs = localOutputs,
            PassesAllIn = Elements(node, "in").Any(IsAll),
            PassesAllOut = Elements(node, "out").Any(IsAll),
            CallInputs = CallMappings(node, "in", expressions),
            CallOutputs = CallMappings(node, "out", expressions),
        };
    }

    /// <summary>The decision that vendor attributes name, with binding and version as they are written; null for what is not said.</summary>
    internal static (string? Reference, string? Binding, string? Version) Decision(ActivityNode node) =>
        (Attribute(node, "decisionRef"), Attribute(node, "decisionRefBinding"), Attribute(node, "decisionRefVersion"));

    /// <summary>Collection and item variable of a multi-instance element.</summary>
    internal static (string? Collection, string? ItemName) MultiInstance(MultiInstanceLoopCharacteristics loop) =>
        (loop.Extensions.Foreign("collection", Namespaces), loop.Extensions.Foreign("elementVariable", Namespaces));

    /// <summary>Text of a thrown error and the variables that take a caught one.</summary>
    internal static EventPlan ErrorDetails(ErrorEventDefinition definition, Error? error) => new()
    {
        Kind = EventKind.Error,
        Message = error?.Extensions.Foreign("errorMessage", Namespaces) ?? error?.Extensions.Gov("message"),
        CodeVariable = definition.Extensions.Foreign("errorCodeVariable", Namespaces) ?? definition.Extensions.Gov("codeVariable"),
        MessageVariable = definition.Extensions.Foreign("errorMessageVariable", Namespaces) ?? definition.Extensions.Gov("messageVariable"),
    };

    /// <summary>Whether the element names code of another engine, which does not exist here.</summary>
    internal static bool NamesForeignCode(FlowNode node) =>
        node.Extensions.Foreign("class", Namespaces) is not null
        || node.Extensions.Foreign("delegateExpression", Namespaces) is not null
        || node.Extensions.Foreign("topic", Namespaces) is not null;

    private static string? Attribute(ActivityNode node, string name) => node.Extensions.Foreign(name, Namespaces);

    private static IEnumerable<ExtensionElement> Elements(ActivityNode node, string name) =>
        node.Extensions.ForeignElements.Where(e => e.LocalName == name && Namespaces.Contains(e.NamespaceUri));

    private static bool IsAll(ExtensionElement element) => element.Attribute("variables") == "all";

    private static ImmutableArray<VariableMapping> CallMappings(ActivityNode node, string element, ExpressionReader expressions)
    {
        var mappings = ImmutableArray.CreateBuilder<VariableMapping>();
        foreach (var mapping in Elements(node, element))
        {
            string? source = mapping.Attribute("source") ?? mapping.Attribute("sourceExpression");
            if (mapping.Attribute("target") is { Length: > 0 } target && expressions.Read(source, node) is { } expression)
            {
                mappings.Add(new VariableMapping(target, expression));
            }
        }
        return mappings.DrainToImmutable();
    }

    private static (ImmutableArray<VariableMapping> Inputs, ImmutableArray<VariableMapping> Outputs) InputOutput(
        ActivityNode node, ExpressionReader expressions)
    {
        var container = Elements(node, "inputOutput").FirstOrDefault();
        return container is null
            ? ([], [])
            : (Parameters(container, "inputParameter", node, expressions), Parameters(container, "outputParameter", node, expressions));
    }

    private static ImmutableArray<VariableMapping> Parameters(
        ExtensionElement container, string name, ActivityNode node, ExpressionReader expressions)
    {
        var mappings = ImmutableArray.CreateBuilder<VariableMapping>();
        foreach (var parameter in container.Children.Where(e => e.LocalName == name))
        {
            if (parameter.Attribute("name") is { Length: > 0 } target && ParameterText(parameter, expressions, node) is { } text
                && expressions.Read(text, node) is { } expression)
            {
                mappings.Add(new VariableMapping(target, expression));
            }
        }
        return mappings.DrainToImmutable();
    }

    /// <summary>A parameter as FEEL text: lists and maps become FEEL lists and contexts, plain text a string.</summary>
    private static string? ParameterText(ExtensionElement parameter, ExpressionReader expressions, ActivityNode node)
    {
        if (parameter.Children.FirstOrDefault() is not { } structure)
        {
            return Value(parameter.Text, expressions, node);
        }
        return structure.LocalName switch
        {
            "list" => $"[{string.Join(", ", structure.Children.Select(item => Value(item.Text, expressions, node)))}]",
            "map" => $"{{{string.Join(", ", structure.Children.Select(entry => $"{Quote(entry.Attribute("key") ?? "")}: {Value(entry.Text, expressions, node)}"))}}}",
            _ => null,
        };
    }

    private static string Value(string text, ExpressionReader expressions, ActivityNode node) =>
        expressions.ReadText(text, node) is { Expression: { } computed } ? $"({computed.Text})" : Quote(text.Trim());

    private static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
