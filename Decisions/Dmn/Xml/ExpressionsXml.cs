using System.Xml.Linq;
using Platform.Decisions.Dmn.Model;
using static Platform.Decisions.Dmn.Xml.XmlReading;

namespace Platform.Decisions.Dmn.Xml;

/// <summary>Reads and writes boxed expressions other than tables.</summary>
internal static class ExpressionsXml
{
    /// <summary>Names of the elements that are expressions, so that parents know their children.</summary>
    internal static readonly IReadOnlyList<string> Names =
    [
        "literalExpression", "context", "list", "relation", "functionDefinition", "invocation", "conditional",
        "for", "some", "every", "filter", "decisionTable",
    ];

    /// <summary>The expression child of an element; null when there is none.</summary>
    internal static BoxedExpression? ReadChild(XElement parent, XmlReading reading) =>
        ReadChildren(parent, reading).FirstOrDefault();

    internal static IEnumerable<BoxedExpression> ReadChildren(XElement parent, XmlReading reading) =>
        parent.Elements().Select(e => Read(e, reading)).OfType<BoxedExpression>();

    internal static LiteralExpression ReadLiteral(XElement element, XmlReading reading) => reading.Common(
        new LiteralExpression
        {
            TypeRef = reading.TypeAttribute(element),
            Text = Child(element, "text")?.Value,
            ExpressionLanguage = Attribute(element, "expressionLanguage"),
        },
        element,
        ["typeRef", "expressionLanguage"],
        ["text"]);

    internal static FunctionDefinition ReadFunction(XElement element, XmlReading reading) => reading.Common(
        new FunctionDefinition
        {
            TypeRef = reading.TypeAttribute(element),
            Kind = Attribute(element, "kind")?.Trim().ToUpperInvariant() switch
            {
                "JAVA" or "J" => FunctionKind.Java,
                "PMML" or "P" => FunctionKind.Pmml,
                _ => FunctionKind.Feel,
            },
            Parameters = [.. Children(element, "formalParameter").Select(e => TypesXml.ReadItem(e, reading))],
            Body = ReadChild(element, reading),
        },
        element,
        ["typeRef", "kind"],
        ["formalParameter", .. Names]);

    internal static XElement? Write(BoxedExpression? expression) => expression switch
    {
        null => null,
        LiteralExpression e => Write("literalExpression", e),
        ContextExpression e => Box("context", e, e.Entries.Select(Write)),
        ListExpression e => Box("list", e, e.Items.Select(Write)),
        RelationExpression e => Box("relation", e, e.Columns.Select(c => TypesXml.Write("column", c)), e.Rows.Select(Write)),
        FunctionDefinition e => Write("functionDefinition", e),
        InvocationExpression e => Box("invocation", e, Write(e.Callee), e.Bindings.Select(Write)),
        ConditionalExpression e => Box("conditional", e, Write("if", e.If), Write("then", e.Then), Write("else", e.Else)),
        IteratorExpression e => Write(e),
        FilterExpression e => Box("filter", e, Write("in", e.In), Write("match", e.Match)),
        DecisionTable e => TablesXml.Write(e),
        _ => throw new InvalidOperationException($"Expected a known boxed expression, but got {expression.GetType().Name}."),
    };

    internal static XElement Write(string name, LiteralExpression e) => XmlWriting.Element(
        name,
        e,
        XmlWriting.Optional("typeRef", e.TypeRef),
        XmlWriting.Optional("expressionLanguage", e.ExpressionLanguage),
        XmlWriting.Text("text", e.Text));

    internal static XElement Write(string name, FunctionDefinition e) => Box(
        name,
        e,
        e.Kind switch { FunctionKind.Java => new XAttribute("kind", "Java"), FunctionKind.Pmml => new XAttribute("kind", "PMML"), _ => null },
        e.Parameters.Select(p => TypesXml.Write("formalParameter", p)),
        Write(e.Body));

    internal static XElement Box(string name, BoxedExpression e, params ReadOnlySpan<object?> content) =>
        XmlWriting.Element(name, e, [XmlWriting.Optional("typeRef", e.TypeRef), .. content]);

    private static BoxedExpression? Read(XElement element, XmlReading reading)
    {
        if (element.Name.NamespaceName != DmnNames.Model)
        {
            return null;
        }

        return element.Name.LocalName switch
        {
            "literalExpression" => ReadLiteral(element, reading),
            "context" => ReadContext(element, reading),
            "list" => reading.Common(new ListExpression { TypeRef = reading.TypeAttribute(element), Items = [.. ReadChildren(element, reading)] }, element, ["typeRef"], [.. Names]),
            "relation" => ReadRelation(element, reading),
            "functionDefinition" => ReadFunction(element, reading),
            "invocation" => ReadInvocation(element, reading),
            "conditional" => ReadConditional(element, reading),
            "for" => ReadIterator(element, IteratorKind.For, "return", reading),
            "some" => ReadIterator(element, IteratorKind.Some, "satisfies", reading),
            "every" => ReadIterator(element, IteratorKind.Every, "satisfies", reading),
            "filter" => ReadFilter(element, reading),
            "decisionTable" => TablesXml.Read(element, reading),
            _ => null,
        };
    }

    private static ContextExpression ReadContext(XElement element, XmlReading reading)
    {
        var entries = Children(element, "contextEntry").Select(e => reading.Common(
            new ContextEntry { Variable = TypesXml.ReadOptionalItem(e, "variable", reading), Value = ReadChild(e, reading) },
            e,
            [],
            ["variable", .. Names]));
        return reading.Common(
            new ContextExpression { TypeRef = reading.TypeAttribute(element), Entries = [.. entries] },
            element,
            ["typeRef"],
            ["contextEntry"]);
    }

    private static XElement Write(ContextEntry entry) =>
        XmlWriting.Element("contextEntry", entry, TypesXml.Write("variable", entry.Variable), Write(entry.Value));

    private static RelationExpression ReadRelation(XElement element, XmlReading reading)
    {
        var rows = Children(element, "row").Select(e => reading.Common(
            new RelationRow { Cells = [.. ReadChildren(e, reading)] }, e, [], [.. Names]));
        return reading.Common(
            new RelationExpression
            {
                TypeRef = reading.TypeAttribute(element),
                Columns = [.. Children(element, "column").Select(e => TypesXml.ReadItem(e, reading))],
                Rows = [.. rows],
            },
            element,
            ["typeRef"],
            ["column", "row"]);
    }

    private static XElement Write(RelationRow row) => XmlWriting.Element("row", row, row.Cells.Select(Write));

    private static InvocationExpression ReadInvocation(XElement element, XmlReading reading)
    {
        var bindings = new List<ArgumentBinding>();
        foreach (var e in Children(element, "binding"))
        {
            if (TypesXml.ReadOptionalItem(e, "parameter", reading) is not { } parameter)
            {
                reading.Error(e, "dmn.missing-parameter", "调用的参数绑定缺少参数名。", "A binding of an invocation names no parameter.");
                continue;
            }

            bindings.Add(reading.Common(new ArgumentBinding { Parameter = parameter, Value = ReadChild(e, reading) }, e, [], ["parameter", .. Names]));
        }

        return reading.Common(
            new InvocationExpression { TypeRef = reading.TypeAttribute(element), Callee = ReadChild(element, reading), Bindings = bindings },
            element,
            ["typeRef"],
            ["binding", .. Names]);
    }

    private static XElement Write(ArgumentBinding binding) =>
        XmlWriting.Element("binding", binding, TypesXml.Write("parameter", binding.Parameter), Write(binding.Value));

    private static ConditionalExpression ReadConditional(XElement element, XmlReading reading) => reading.Common(
        new ConditionalExpression
        {
            TypeRef = reading.TypeAttribute(element),
            If = ReadRole(element, "if", reading),
            Then = ReadRole(element, "then", reading),
            Else = ReadRole(element, "else", reading),
        },
        element,
        ["typeRef"],
        ["if", "then", "else"]);

    private static IteratorExpression ReadIterator(XElement element, IteratorKind kind, string body, XmlReading reading)
    {
        var variable = Attribute(element, "iteratorVariable");
        if (string.IsNullOrWhiteSpace(variable))
        {
            reading.Error(element, "dmn.missing-name", $"迭代表达式 <{element.Name.LocalName}> 缺少循环变量名。", $"Iterator <{element.Name.LocalName}> names no variable.");
        }

        return reading.Common(
            new IteratorExpression
            {
                TypeRef = reading.TypeAttribute(element),
                Kind = kind,
                Variable = variable?.Trim() ?? string.Empty,
                In = ReadRole(element, "in", reading),
                Body = ReadRole(element, body, reading),
            },
            element,
            ["typeRef", "iteratorVariable"],
            ["in", body]);
    }

    private static XElement Write(IteratorExpression e)
    {
        var (name, body) = e.Kind switch
        {
            IteratorKind.For => ("for", "return"),
            IteratorKind.Some => ("some", "satisfies"),
            _ => ("every", "satisfies"),
        };
        return Box(name, e, new XAttribute("iteratorVariable", e.Variable), Write("in", e.In), Write(body, e.Body));
    }

    private static FilterExpression ReadFilter(XElement element, XmlReading reading) => reading.Common(
        new FilterExpression
        {
            TypeRef = reading.TypeAttribute(element),
            In = ReadRole(element, "in", reading),
            Match = ReadRole(element, "match", reading),
        },
        element,
        ["typeRef"],
        ["in", "match"]);

    private static ChildExpression ReadRole(XElement parent, string name, XmlReading reading)
    {
        if (Child(parent, name) is not { } element)
        {
            reading.Error(parent, "dmn.missing-part", $"表达式 <{parent.Name.LocalName}> 缺少 <{name}> 部分。", $"Expression <{parent.Name.LocalName}> has no <{name}>.");
            return new ChildExpression();
        }

        return reading.Common(
            new ChildExpression { TypeRef = reading.TypeAttribute(element), Value = ReadChild(element, reading) },
            element,
            ["typeRef"],
            [.. Names]);
    }

    private static XElement Write(string name, ChildExpression e) =>
        XmlWriting.Element(name, e, XmlWriting.Optional("typeRef", e.TypeRef), Write(e.Value));
}
