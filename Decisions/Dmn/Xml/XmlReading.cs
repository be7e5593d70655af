using System.Collections.Frozen;
using System.Xml;
using System.Xml.Linq;
using Platform.Decisions.Dmn.Model;

namespace Platform.Decisions.Dmn.Xml;

/// <summary>What the readers of all families share: attributes, texts, foreign content and issues of one file.</summary>
internal sealed class XmlReading(List<DmnIssue> issues)
{
    /// <summary>Issues of a file beyond this number add nothing for the author.</summary>
    private const int MostIssues = 500;

    private static readonly FrozenSet<string> CommonAttributes = new[] { "id", "label" }.ToFrozenSet();
    private readonly Dictionary<string, string> _importNames = new(StringComparer.Ordinal);
    private string _ownNamespace = string.Empty;

    /// <summary>Tells which qualified type names mean this model and which mean an imported one.</summary>
    internal void Know(string ownNamespace, IEnumerable<DmnImport> imports)
    {
        _ownNamespace = ownNamespace;
        foreach (var import in imports)
        {
            _importNames.TryAdd(import.Namespace, import.Name);
        }
    }

    /// <summary>The record with what every element may have, and with everything that the family's reader did not take.</summary>
    internal T Common<T>(T record, XElement element, ReadOnlySpan<string> attributes, ReadOnlySpan<string> children)
        where T : DmnElement =>
        record with
        {
            Id = Attribute(element, "id"),
            Label = Attribute(element, "label"),
            Description = Child(element, "description")?.Value,
            Extensions = Rest(element, attributes, children),
            SourceLine = Line(element),
        };

    internal static string? Attribute(XElement element, string name) => element.Attribute(name)?.Value;

    internal static XElement? Child(XElement element, string name) => element.Element(DmnNames.Name(name));

    internal static IEnumerable<XElement> Children(XElement element, string name) => element.Elements(DmnNames.Name(name));

    internal static int Line(XElement element) => element is IXmlLineInfo info && info.HasLineInfo() ? info.LineNumber : 0;

    internal static bool Flag(XElement element, string name) => Attribute(element, name)?.Trim() is "true" or "1";

    /// <summary>The name attribute, or what stands in for it; without either it is an error and reads as empty.</summary>
    internal string Name(XElement element, string? otherwise = null)
    {
        var name = Attribute(element, "name") ?? otherwise;
        if (string.IsNullOrWhiteSpace(name))
        {
            Error(element, "dmn.missing-name", $"元素 <{element.Name.LocalName}> 缺少名称。", $"Element <{element.Name.LocalName}> has no name.");
            return string.Empty;
        }

        return Normalized(name);
    }

    /// <summary>A name as FEEL has it: single spaces between words.</summary>
    internal static string Normalized(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A type name as FEEL writes it: prefixes of XML become names of imports or vanish.</summary>
    internal string? Type(XElement element, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var type = text.Trim();
        var colon = type.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            return type;
        }

        var local = type[(colon + 1)..];
        if (element.GetNamespaceOfPrefix(type[..colon]) is not { } declared)
        {
            return type[..colon] == "feel" ? local : type;
        }

        if (declared == DmnNames.Feel || declared == _ownNamespace)
        {
            return local;
        }

        return _importNames.TryGetValue(declared.NamespaceName, out var import) && import.Length > 0 ? import + "." + local : local;
    }

    internal string? TypeAttribute(XElement element, string name = "typeRef") => Type(element, Attribute(element, name));

    internal static XmlFragment Fragment(XElement element) => new(element.ToString(SaveOptions.DisableFormatting));

    internal static IReadOnlyList<XmlFragment> Fragments(XElement element, params ReadOnlySpan<string> names)
    {
        var found = new List<XmlFragment>();
        foreach (var child in element.Elements())
        {
            if (child.Name.NamespaceName == DmnNames.Model && names.Contains(child.Name.LocalName))
            {
                found.Add(Fragment(child));
            }
        }

        return found;
    }

    // At least one error must be among the issues, however many warnings came first.
    internal void Error(XElement element, string code, string chinese, string english)
    {
        if (issues.Count < 2 * MostIssues)
        {
            issues.Add(Issue(element, code, DmnIssueSeverity.Error, chinese, english));
        }
    }

    internal void Warning(XElement element, string code, string chinese, string english)
    {
        if (issues.Count < MostIssues)
        {
            issues.Add(Issue(element, code, DmnIssueSeverity.Warning, chinese, english));
        }
    }

    private static DmnIssue Issue(XElement element, string code, DmnIssueSeverity severity, string chinese, string english) => new()
    {
        Code = code,
        Severity = severity,
        Chinese = chinese,
        English = english,
        Line = Line(element),
        ElementId = Attribute(element, "id"),
    };

    private DmnExtensions Rest(XElement element, ReadOnlySpan<string> attributes, ReadOnlySpan<string> children)
    {
        List<ForeignAttribute>? foreign = null;
        foreach (var attribute in element.Attributes())
        {
            var isOurs = attribute.Name.Namespace == XNamespace.None
                && (CommonAttributes.Contains(attribute.Name.LocalName) || attributes.Contains(attribute.Name.LocalName));
            if (!attribute.IsNamespaceDeclaration && !isOurs)
            {
                (foreign ??= []).Add(new ForeignAttribute(attribute.Name.NamespaceName, attribute.Name.LocalName, attribute.Value));
            }
        }

        List<XmlFragment>? others = null;
        foreach (var child in element.Elements())
        {
            var isOurs = child.Name.NamespaceName == DmnNames.Model
                && (child.Name.LocalName is "description" or "extensionElements" || children.Contains(child.Name.LocalName));
            if (!isOurs)
            {
                Warning(child, "dmn.unknown-element", $"元素 <{child.Name.LocalName}> 不属于 DMN 标准的此处内容，已原样保留，不参与计算。", $"Element <{child.Name.LocalName}> is not known here; it is kept but has no effect.");
                (others ??= []).Add(Fragment(child));
            }
        }

        var container = Child(element, "extensionElements");
        return foreign is null && others is null && container is null
            ? DmnExtensions.None
            : new DmnExtensions(foreign ?? [], container?.Elements().Select(Fragment).ToList() ?? [], others ?? [])
            {
                HasEmptyContainer = container is not null && !container.HasElements,
            };
    }
}
