using System.Collections.Immutable;
using Platform.Decisions.Dmn.Model;
using Platform.Decisions.Feel;

namespace Platform.Designer.Deciding;

/// <summary>The names that logic reads from outside: of inputs, other decisions and functions.</summary>
public static class LogicReferences
{
    private static readonly ImmutableHashSet<string> Own = ["item", "partial", "?"];

    /// <summary>The names, each once, in the order in which they are read.</summary>
    /// <param name="logic">The logic; null reads nothing.</param>
    /// <param name="known">Names that exist; FEEL must know those with spaces or signs.</param>
    public static IReadOnlyList<string> Of(BoxedExpression? logic, IReadOnlyCollection<string> known) =>
        [.. Names(logic, Own, known).Distinct(StringComparer.Ordinal)];

    /// <summary>A decision with requirements for everything in its model that its logic reads; none is taken away.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="model">The model it belongs to.</param>
    public static Decision Complete(Decision decision, DecisionModel model)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(model);
        var names = Of(decision.Logic, [.. model.Elements.Select(e => e.Name)]).ToHashSet(StringComparer.Ordinal);
        var required = decision.InformationRequirements.Concat(decision.KnowledgeRequirements).Select(r => r.Href).ToHashSet(StringComparer.Ordinal);
        var missing = model.Elements.Where(e => e.Id is not null && e.Id != decision.Id && names.Contains(e.Variable?.Name ?? e.Name) && !required.Contains("#" + e.Id) && !Needs(e, decision, model, [])).ToList();
        return missing.Count == 0 ? decision : decision with
        {
            InformationRequirements = [.. decision.InformationRequirements, .. missing.Where(e => e is InputData or Decision).Select(e => Link(e is InputData ? RequirementKind.Input : RequirementKind.Decision, e, decision))],
            KnowledgeRequirements = [.. decision.KnowledgeRequirements, .. missing.Where(e => e is BusinessKnowledgeModel or DecisionService).Select(e => Link(RequirementKind.Knowledge, e, decision))],
        };
    }

    /// <summary>A function with requirements for every function in its model that its logic calls; none is taken away.</summary>
    /// <param name="function">The function.</param>
    /// <param name="model">The model it belongs to.</param>
    public static BusinessKnowledgeModel Complete(BusinessKnowledgeModel function, DecisionModel model)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(model);
        var names = Of(function.Logic, [.. model.Elements.Select(e => e.Name)]).ToHashSet(StringComparer.Ordinal);
        var required = function.KnowledgeRequirements.Select(r => r.Href).ToHashSet(StringComparer.Ordinal);
        var missing = model.Elements.Where(e => e is BusinessKnowledgeModel or DecisionService && e.Id is not null && e.Id != function.Id && names.Contains(e.Variable?.Name ?? e.Name) && !required.Contains("#" + e.Id)).ToList();
        return missing.Count == 0 ? function : function with { KnowledgeRequirements = [.. function.KnowledgeRequirements, .. missing.Select(e => Link(RequirementKind.Knowledge, e, function))] };
    }

    // With an id a line can be drawn for it by other programs.
    private static Requirement Link(RequirementKind kind, DrgElement element, DrgElement of) => new() { Id = $"{of.Id ?? of.Name}-needs-{element.Id}", Kind = kind, Href = "#" + element.Id };

    // A circle of decisions could never be decided.
    private static bool Needs(DrgElement element, Decision wanted, DecisionModel model, HashSet<DrgElement> seen) =>
        element is Decision decision && seen.Add(element)
        && model.Elements.Where(e => decision.InformationRequirements.Any(r => r.Href == "#" + e.Id)).Any(e => e.Id == wanted.Id || Needs(e, wanted, model, seen));

    private static IEnumerable<string> Names(BoxedExpression? box, ImmutableHashSet<string> bound, IReadOnlyCollection<string> known) => box switch
    {
        null => [],
        LiteralExpression literal => Text(literal.Text, bound, known),
        ContextExpression context => Steps(context, bound, known),
        ListExpression list => list.Items.SelectMany(item => Names(item, bound, known)),
        RelationExpression relation => relation.Rows.SelectMany(row => row.Cells).SelectMany(cell => Names(cell, bound, known)),
        FunctionDefinition function => Names(function.Body, bound.Union(function.Parameters.Select(p => p.Name)), known),
        InvocationExpression call => Names(call.Callee, bound, known).Concat(call.Bindings.SelectMany(binding => Names(binding.Value, bound, known))),
        ConditionalExpression choice => new[] { choice.If, choice.Then, choice.Else }.SelectMany(child => Names(child.Value, bound, known)),
        IteratorExpression iterator => Names(iterator.In.Value, bound, known).Concat(Names(iterator.Body.Value, bound.Add(iterator.Variable), known)),
        FilterExpression filter => Names(filter.In.Value, bound, known).Concat(Names(filter.Match.Value, bound, known)),
        DecisionTable table => table.Inputs.Select(input => input.Expression.Text).Concat(table.Rules.SelectMany(rule => rule.Outputs).Select(output => output.Text)).SelectMany(text => Text(text, bound, known)),
        _ => [],
    };

    private static IEnumerable<string> Steps(ContextExpression context, ImmutableHashSet<string> bound, IReadOnlyCollection<string> known)
    {
        foreach (ContextEntry entry in context.Entries)
        {
            foreach (string name in Names(entry.Value, bound, [.. known, .. bound]))
            {
                yield return name;
            }

            bound = entry.Variable is { } variable ? bound.Add(variable.Name) : bound;
        }
    }

    private static IEnumerable<string> Text(string? text, ImmutableHashSet<string> bound, IReadOnlyCollection<string> known) =>
        string.IsNullOrWhiteSpace(text) ? [] : (FeelExpression.Parse(text, known.Concat(bound)).Expression?.References ?? ImmutableHashSet<string>.Empty).Where(name => !bound.Contains(name));
}
