using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Platform.Designer.Versions;

/// <summary>Takes an element apart into its settings, each with a stable name. Nothing is left out: what has no words of its own stands as its XML.</summary>
internal static partial class ElementParts
{
    private const string Gov = "urn:shanzhi:gov:1";

    /// <summary>Ends an outcome that needs an opinion.</summary>
    public const string OpinionMark = "\u0001";

    /// <summary>The settings of an element by name.</summary>
    public static Dictionary<string, string> Of(XElement element)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration && a.Name.LocalName != "id"))
        {
            Add(parts, Prefix(attribute.Name) + attribute.Name.LocalName, attribute.Value);
        }

        foreach (var child in element.Elements())
        {
            Child(parts, child);
        }

        return parts;
    }

    /// <summary>The name of an element without the number that some put in front.</summary>
    public static string Name(XElement element) => Number().Replace(element.Attribute("name")?.Value ?? "", "");

    private static void Child(Dictionary<string, string> parts, XElement child)
    {
        switch (child.Name.LocalName)
        {
            case "incoming" or "outgoing":
                // The sequence flows say it themselves.
                break;
            case "extensionElements":
                foreach (var extension in child.Elements())
                {
                    Extension(parts, extension);
                }

                break;
            case "laneSet":
                foreach (var lane in child.Descendants().Where(e => e.Name.LocalName == "lane"))
                {
                    Add(parts, $"lane:{lane.Attribute("id")?.Value}", lane.Attribute("name")?.Value + "：" + string.Join('、', lane.Elements().Where(e => e.Name.LocalName == "flowNodeRef").Select(e => e.Value.Trim())));
                }

                break;
            case "conditionExpression":
                Add(parts, "condition", child.Value.Trim());
                break;
            case var timer when timer.EndsWith("EventDefinition", StringComparison.Ordinal):
                Add(parts, timer, Words(child));
                break;
            default:
                if (!VersionFile.StandsAlone(child))
                {
                    Add(parts, child.Name.LocalName, Words(child));
                }

                break;
        }
    }

    private static void Extension(Dictionary<string, string> parts, XElement extension)
    {
        if (extension.Name.NamespaceName != Gov)
        {
            Add(parts, "{" + extension.Name.NamespaceName + "}" + extension.Name.LocalName, Words(extension));
            return;
        }

        string Value(string name) => extension.Attribute(name)?.Value ?? "";
        switch (extension.Name.LocalName)
        {
            case "deadline":
                Add(parts, (Value("clock") == "legal" ? "deadline.legal" : "deadline.promise") + (Value("when").Length == 0 ? "" : ":" + Value("when")), Deadline(extension));
                break;
            case "warning" or "escalation":
                Add(parts, $"{extension.Name.LocalName}:{Value("level")}", Attributes(extension, "level"));
                break;
            case "outcome":
                Add(parts, $"outcome:{Value("value")}", Value("text") + (Value("opinion") == "required" ? OpinionMark : ""));
                break;
            case "legalBasis":
                Add(parts, $"legalBasis:{Value("document")}{Value("clause")}", $"《{Value("document")}》{Value("clause")}");
                break;
            case "form":
                Add(parts, "form", Value("ref") + string.Concat(extension.Elements().Select(e => $"；{Attributes(e)}")));
                break;
            case "input" or "output":
                Add(parts, $"{extension.Name.LocalName}:{Value("name")}", extension.Value.Trim());
                break;
            case "assignment":
                Add(parts, "assignment", Attributes(extension));
                break;
            default:
                Add(parts, "gov:" + extension.Name.LocalName, Words(extension));
                break;
        }
    }

    /// <summary>Amount, unit and way of counting, such as <c>3 day.working</c>, and from when it runs unless that is the beginning of the step.</summary>
    private static string Deadline(XElement deadline)
    {
        string Value(string name, string otherwise) => deadline.Attribute(name)?.Value is { Length: > 0 } value ? value : otherwise;
        return $"{Value("amount", "0")} {Value("unit", "day")}.{Value("kind", "working")}" + (Value("from", "entry") is var from && from != "entry" ? " " + from : "");
    }

    private static string Attributes(XElement element, string? except = null) => string.Join(
        '，',
        element.Attributes().Where(a => !a.IsNamespaceDeclaration && a.Name.LocalName != except).OrderBy(a => a.Name.LocalName, StringComparer.Ordinal).Select(a => $"{a.Name.LocalName}={a.Value}"));

    /// <summary>An element as text: that of its words when it has nothing else, otherwise its XML without ids and prefixes.</summary>
    private static string Words(XElement element)
    {
        var attributes = element.Attributes().Where(a => !a.IsNamespaceDeclaration && a.Name.LocalName != "id" && a.Name.NamespaceName != "http://www.w3.org/2001/XMLSchema-instance").ToList();
        if (!element.HasElements)
        {
            return attributes.Count == 0 ? element.Value.Trim() : Attributes(new XElement(element.Name, attributes)) + (element.Value.Trim() is { Length: > 0 } text ? "：" + text : "");
        }

        return string.Join('，', attributes.Select(a => $"{a.Name.LocalName}={a.Value}").Concat(element.Elements().Select(e => $"{e.Name.LocalName}：{Words(e)}")));
    }

    private static string Prefix(XName name) => name.NamespaceName switch
    {
        "" => "",
        Gov => "gov:",
        var other => "{" + other + "}",
    };

    /// <summary>Several of one name are told apart by their number.</summary>
    private static void Add(Dictionary<string, string> parts, string name, string value)
    {
        var unique = name;
        for (var number = 2; !parts.TryAdd(unique, value); number++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{name}#{number}");
        }
    }

    [GeneratedRegex(@"^\d+(?:\.\d+)* ")]
    private static partial Regex Number();
}
