using System.Xml.Linq;
using Platform.Decisions.Dmn.Model;
using static Platform.Decisions.Dmn.Xml.XmlReading;

namespace Platform.Decisions.Dmn.Xml;

/// <summary>Reads and writes decision tables.</summary>
internal static class TablesXml
{
    internal static DecisionTable Read(XElement element, XmlReading reading)
    {
        var inputs = Children(element, "input").Select(e => ReadInput(e, reading)).ToList();
        var outputs = Children(element, "output").Select(e => ReadOutput(e, reading)).ToList();
        var table = new DecisionTable
        {
            TypeRef = reading.TypeAttribute(element),
            HitPolicy = ReadHitPolicy(element, reading),
            Aggregation = ReadAggregation(element, reading),
            Orientation = Attribute(element, "preferredOrientation") switch
            {
                "Rule-as-Row" => TableOrientation.RuleAsRow,
                "Rule-as-Column" => TableOrientation.RuleAsColumn,
                "CrossTable" => TableOrientation.CrossTable,
                _ => null,
            },
            OutputLabel = Attribute(element, "outputLabel"),
            Inputs = inputs,
            Outputs = outputs,
            Annotations = [.. Children(element, "annotation").Select(e => new AnnotationClause(Attribute(e, "name")))],
            Rules = [.. Children(element, "rule").Select(e => ReadRule(e, reading))],
        };
        Check(element, table, reading);
        return reading.Common(
            table,
            element,
            ["typeRef", "hitPolicy", "aggregation", "preferredOrientation", "outputLabel"],
            ["input", "output", "annotation", "rule"]);
    }

    internal static XElement Write(DecisionTable table) => ExpressionsXml.Box(
        "decisionTable",
        table,
        new XAttribute("hitPolicy", HitPolicyText(table.HitPolicy)),
        XmlWriting.Optional("aggregation", table.Aggregation?.ToString().ToUpperInvariant()),
        XmlWriting.Optional("preferredOrientation", table.Orientation switch
        {
            TableOrientation.RuleAsRow => "Rule-as-Row",
            TableOrientation.RuleAsColumn => "Rule-as-Column",
            TableOrientation.CrossTable => "CrossTable",
            _ => null,
        }),
        XmlWriting.Optional("outputLabel", table.OutputLabel),
        table.Inputs.Select(Write),
        table.Outputs.Select(Write),
        table.Annotations.Select(a => new XElement(DmnNames.Name("annotation"), XmlWriting.Optional("name", a.Name))),
        table.Rules.Select(Write));

    private static void Check(XElement element, DecisionTable table, XmlReading reading)
    {
        if (table.Outputs.Count == 0)
        {
            reading.Error(element, "dmn.no-output", "决策表没有输出列。", "The decision table has no output.");
        }

        if (table.Outputs.Count > 1 && table.Outputs.Any(o => string.IsNullOrEmpty(o.Name)))
        {
            reading.Error(element, "dmn.missing-name", "决策表有多个输出列时，每列都要有名称。", "With several outputs, each output of a table needs a name.");
        }

        var rules = Children(element, "rule").ToList();
        for (var i = 0; i < table.Rules.Count; i++)
        {
            var rule = table.Rules[i];
            if (rule.Inputs.Count != table.Inputs.Count || rule.Outputs.Count != table.Outputs.Count)
            {
                reading.Error(
                    rules[i],
                    "dmn.rule-shape",
                    $"规则 {i + 1} 的单元格数与列数不一致：应有 {table.Inputs.Count} 个条件、{table.Outputs.Count} 个结论。",
                    $"Rule {i + 1} has {rule.Inputs.Count} inputs and {rule.Outputs.Count} outputs; the table has {table.Inputs.Count} and {table.Outputs.Count}.");
            }
        }
    }

    private static HitPolicy ReadHitPolicy(XElement element, XmlReading reading)
    {
        var text = Attribute(element, "hitPolicy")?.Trim().ToUpperInvariant();
        switch (text)
        {
            case null or "" or "UNIQUE": return HitPolicy.Unique;
            case "FIRST": return HitPolicy.First;
            case "PRIORITY": return HitPolicy.Priority;
            case "ANY": return HitPolicy.Any;
            case "COLLECT": return HitPolicy.Collect;
            case "RULE ORDER": return HitPolicy.RuleOrder;
            case "OUTPUT ORDER": return HitPolicy.OutputOrder;
            default:
                reading.Error(element, "dmn.unknown-hit-policy", $"不认识的命中策略「{text}」。", $"Unknown hit policy '{text}'.");
                return HitPolicy.Unique;
        }
    }

    private static string HitPolicyText(HitPolicy policy) => policy switch
    {
        HitPolicy.Unique => "UNIQUE",
        HitPolicy.First => "FIRST",
        HitPolicy.Priority => "PRIORITY",
        HitPolicy.Any => "ANY",
        HitPolicy.Collect => "COLLECT",
        HitPolicy.RuleOrder => "RULE ORDER",
        HitPolicy.OutputOrder => "OUTPUT ORDER",
        _ => throw new InvalidOperationException($"Expected a known hit policy, but got {policy}."),
    };

    private static Aggregation? ReadAggregation(XElement element, XmlReading reading)
    {
        var text = Attribute(element, "aggregation")?.Trim().ToUpperInvariant();
        switch (text)
        {
            case null or "" or "LIST": return null;
            case "SUM": return Aggregation.Sum;
            case "COUNT": return Aggregation.Count;
            case "MIN": return Aggregation.Min;
            case "MAX": return Aggregation.Max;
            default:
                reading.Error(element, "dmn.unknown-aggregation", $"不认识的汇总方式「{text}」。", $"Unknown aggregation '{text}'.");
                return null;
        }
    }

    private static InputClause ReadInput(XElement element, XmlReading reading)
    {
        var expression = Child(element, "inputExpression");
        if (expression is null)
        {
            reading.Error(element, "dmn.missing-part", "决策表的输入列缺少表达式。", "An input of a table has no expression.");
        }

        return reading.Common(
            new InputClause
            {
                Expression = expression is null ? new LiteralExpression() : ExpressionsXml.ReadLiteral(expression, reading),
                Values = TypesXml.ReadTests(element, "inputValues", reading),
            },
            element,
            [],
            ["inputExpression", "inputValues"]);
    }

    private static XElement Write(InputClause input) => XmlWriting.Element(
        "input",
        input,
        ExpressionsXml.Write("inputExpression", input.Expression),
        TypesXml.Write("inputValues", input.Values));

    private static OutputClause ReadOutput(XElement element, XmlReading reading) => reading.Common(
        new OutputClause
        {
            Name = Attribute(element, "name") is { } name ? Normalized(name) : null,
            TypeRef = reading.TypeAttribute(element),
            Values = TypesXml.ReadTests(element, "outputValues", reading),
            Default = Child(element, "defaultOutputEntry") is { } d ? ExpressionsXml.ReadLiteral(d, reading) : null,
        },
        element,
        ["name", "typeRef"],
        ["outputValues", "defaultOutputEntry"]);

    private static XElement Write(OutputClause output) => XmlWriting.Element(
        "output",
        output,
        XmlWriting.Optional("name", output.Name),
        XmlWriting.Optional("typeRef", output.TypeRef),
        TypesXml.Write("outputValues", output.Values),
        output.Default is { } d ? ExpressionsXml.Write("defaultOutputEntry", d) : null);

    private static DecisionRule ReadRule(XElement element, XmlReading reading) => reading.Common(
        new DecisionRule
        {
            Inputs = [.. Children(element, "inputEntry").Select(e => TypesXml.ReadTests(e, reading))],
            Outputs = [.. Children(element, "outputEntry").Select(e => ExpressionsXml.ReadLiteral(e, reading))],
            Annotations = [.. Children(element, "annotationEntry").Select(e => Child(e, "text")?.Value ?? string.Empty)],
        },
        element,
        [],
        ["inputEntry", "outputEntry", "annotationEntry"]);

    private static XElement Write(DecisionRule rule) => XmlWriting.Element(
        "rule",
        rule,
        rule.Inputs.Select(t => TypesXml.Write("inputEntry", t)),
        rule.Outputs.Select(e => ExpressionsXml.Write("outputEntry", e)),
        rule.Annotations.Select(a => new XElement(DmnNames.Name("annotationEntry"), new XElement(DmnNames.Name("text"), a))));
}
