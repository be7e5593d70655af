using System.Xml.Linq;
using Platform.Decisions.Dmn.Model;
using static Platform.Decisions.Dmn.Xml.XmlReading;

namespace Platform.Decisions.Dmn.Xml;

/// <summary>Reads and writes the elements of the decision requirements graph.</summary>
internal static class GraphXml
{
    private static readonly string[] BusinessContext =
    [
        "supportedObjective", "impactedPerformanceIndicator", "decisionMaker", "decisionOwner", "usingProcess", "usingTask",
    ];

    private static readonly string[] SourceDetails = ["type", "owner"];

    /// <summary>The element when it is part of the graph, otherwise null.</summary>
    internal static DrgElement? Read(XElement element, XmlReading reading) => element.Name.LocalName switch
    {
        "inputData" => reading.Common(
            new InputData { Name = reading.Name(element), Variable = Variable(element, reading) }, element, ["name"], ["variable"]),
        "decision" => ReadDecision(element, reading),
        "businessKnowledgeModel" => ReadKnowledgeModel(element, reading),
        "decisionService" => ReadService(element, reading),
        "knowledgeSource" => ReadSource(element, reading),
        _ => null,
    };

    internal static XElement Write(DrgElement element) => element switch
    {
        InputData e => Node("inputData", e, TypesXml.Write("variable", e.Variable)),
        Decision e => Write(e),
        BusinessKnowledgeModel e => Node(
            "businessKnowledgeModel",
            e,
            TypesXml.Write("variable", e.Variable),
            e.Logic is { } logic ? ExpressionsXml.Write("encapsulatedLogic", logic) : null,
            e.KnowledgeRequirements.Select(Write),
            XmlWriting.Parsed(e.AuthorityRequirements)),
        DecisionService e => Node(
            "decisionService",
            e,
            TypesXml.Write("variable", e.Variable),
            e.OutputDecisions.Select(h => XmlWriting.Link("outputDecision", h)),
            e.EncapsulatedDecisions.Select(h => XmlWriting.Link("encapsulatedDecision", h)),
            e.InputDecisions.Select(h => XmlWriting.Link("inputDecision", h)),
            e.InputData.Select(h => XmlWriting.Link("inputData", h))),
        KnowledgeSource e => Node(
            "knowledgeSource",
            e,
            XmlWriting.Optional("locationURI", e.LocationUri),
            XmlWriting.Parsed(e.AuthorityRequirements),
            XmlWriting.Parsed(e.Details)),
        _ => throw new InvalidOperationException($"Expected a known graph element, but got {element.GetType().Name}."),
    };

    private static InformationItem? Variable(XElement element, XmlReading reading) =>
        TypesXml.ReadOptionalItem(element, "variable", reading);

    private static Decision ReadDecision(XElement element, XmlReading reading) => reading.Common(
        new Decision
        {
            Name = reading.Name(element),
            Question = Child(element, "question")?.Value,
            AllowedAnswers = Child(element, "allowedAnswers")?.Value,
            Variable = Variable(element, reading),
            InformationRequirements = ReadInformation(element, reading),
            KnowledgeRequirements = ReadKnowledge(element, reading),
            AuthorityRequirements = Fragments(element, "authorityRequirement"),
            BusinessContext = Fragments(element, BusinessContext),
            Logic = ExpressionsXml.ReadChild(element, reading),
        },
        element,
        ["name"],
        [
            "question", "allowedAnswers", "variable", "informationRequirement", "knowledgeRequirement", "authorityRequirement",
            .. BusinessContext, .. ExpressionsXml.Names,
        ]);

    private static XElement Write(Decision e) => Node(
        "decision",
        e,
        XmlWriting.Text("question", e.Question),
        XmlWriting.Text("allowedAnswers", e.AllowedAnswers),
        TypesXml.Write("variable", e.Variable),
        e.InformationRequirements.Select(Write),
        e.KnowledgeRequirements.Select(Write),
        XmlWriting.Parsed(e.AuthorityRequirements),
        XmlWriting.Parsed(e.BusinessContext),
        ExpressionsXml.Write(e.Logic));

    private static BusinessKnowledgeModel ReadKnowledgeModel(XElement element, XmlReading reading) => reading.Common(
        new BusinessKnowledgeModel
        {
            Name = reading.Name(element),
            Variable = Variable(element, reading),
            Logic = Child(element, "encapsulatedLogic") is { } logic ? ExpressionsXml.ReadFunction(logic, reading) : null,
            KnowledgeRequirements = ReadKnowledge(element, reading),
            AuthorityRequirements = Fragments(element, "authorityRequirement"),
        },
        element,
        ["name"],
        ["variable", "encapsulatedLogic", "knowledgeRequirement", "authorityRequirement"]);

    private static DecisionService ReadService(XElement element, XmlReading reading) => reading.Common(
        new DecisionService
        {
            Name = reading.Name(element),
            Variable = Variable(element, reading),
            OutputDecisions = Links(element, "outputDecision", reading),
            EncapsulatedDecisions = Links(element, "encapsulatedDecision", reading),
            InputDecisions = Links(element, "inputDecision", reading),
            InputData = Links(element, "inputData", reading),
        },
        element,
        ["name"],
        ["variable", "outputDecision", "encapsulatedDecision", "inputDecision", "inputData"]);

    private static KnowledgeSource ReadSource(XElement element, XmlReading reading) => reading.Common(
        new KnowledgeSource
        {
            Name = reading.Name(element),
            LocationUri = Attribute(element, "locationURI"),
            AuthorityRequirements = Fragments(element, "authorityRequirement"),
            Details = Fragments(element, SourceDetails),
        },
        element,
        ["name", "locationURI"],
        ["authorityRequirement", .. SourceDetails]);

    private static List<Requirement> ReadInformation(XElement element, XmlReading reading)
    {
        var found = new List<Requirement>();
        foreach (var e in Children(element, "informationRequirement"))
        {
            var kind = Child(e, "requiredDecision") is null ? RequirementKind.Input : RequirementKind.Decision;
            Add(e, kind, kind == RequirementKind.Input ? "requiredInput" : "requiredDecision", found, reading);
        }

        return found;
    }

    private static List<Requirement> ReadKnowledge(XElement element, XmlReading reading)
    {
        var found = new List<Requirement>();
        foreach (var e in Children(element, "knowledgeRequirement"))
        {
            Add(e, RequirementKind.Knowledge, "requiredKnowledge", found, reading);
        }

        return found;
    }

    private static void Add(XElement element, RequirementKind kind, string link, List<Requirement> found, XmlReading reading)
    {
        if (Child(element, link) is { } target && Href(target, reading) is { } href)
        {
            found.Add(reading.Common(new Requirement { Kind = kind, Href = href }, element, [], [link]));
        }
        else
        {
            reading.Error(element, "dmn.missing-reference", "需求关系没有指向任何元素。", "A requirement points to nothing.");
        }
    }

    private static List<string> Links(XElement element, string name, XmlReading reading) =>
        [.. Children(element, name).Select(e => Href(e, reading)).OfType<string>()];

    private static string? Href(XElement element, XmlReading reading)
    {
        var href = Attribute(element, "href")?.Trim();
        if (string.IsNullOrEmpty(href))
        {
            reading.Error(element, "dmn.missing-reference", $"元素 <{element.Name.LocalName}> 缺少引用地址。", $"Element <{element.Name.LocalName}> has no href.");
            return null;
        }

        return href;
    }

    private static XElement Write(Requirement requirement)
    {
        var (name, link) = requirement.Kind switch
        {
            RequirementKind.Input => ("informationRequirement", "requiredInput"),
            RequirementKind.Decision => ("informationRequirement", "requiredDecision"),
            _ => ("knowledgeRequirement", "requiredKnowledge"),
        };
        return XmlWriting.Element(name, requirement, XmlWriting.Link(link, requirement.Href));
    }

    private static XElement Node(string name, DrgElement element, params ReadOnlySpan<object?> content) =>
        XmlWriting.Element(name, element, [new XAttribute("name", element.Name), .. content]);
}
