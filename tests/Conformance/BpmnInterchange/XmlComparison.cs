using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Platform.Conformance.BpmnInterchange;

/// <summary>
/// Compares two XML documents item by item: each element in its parent, each attribute, each text, and the order of siblings
/// of one name. Prefixes, indentation and the spelling of numbers and booleans do not count; additions do not count.
/// It shares no code with the reader and writer that it judges.
/// </summary>
internal sealed class XmlComparison
{
    private const string Model = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private readonly List<string> _lost = [];
    private readonly string _target;

    public XmlComparison(XDocument original, XDocument copy)
    {
        var (from, to) = (original.Root!, copy.Root!);
        _target = (string?)from.Attribute("targetNamespace") ?? "";
        if (from.Name != to.Name)
        {
            _lost.Add($"root {from.Name} became {to.Name}");
            return;
        }

        Compare(from, to);
    }

    public int Kept { get; private set; }

    public IReadOnlyList<string> Lost => _lost;

    private void Compare(XElement from, XElement to)
    {
        Kept++;
        CompareAttributes(from, to);
        CompareText(from, to);
        foreach (var group in from.Elements().GroupBy(e => e.Name))
        {
            CompareGroup([.. group], [.. to.Elements(group.Key)]);
        }
    }

    private void CompareAttributes(XElement from, XElement to)
    {
        foreach (var attribute in from.Attributes().Where(a => !a.IsNamespaceDeclaration))
        {
            var other = to.Attribute(attribute.Name);
            if (other is null)
            {
                Lose(from, $"attribute {attribute.Name.LocalName}=\"{attribute.Value}\"");
            }
            else if (!SameValue(attribute.Value, from, other.Value, to))
            {
                Lose(from, $"attribute {attribute.Name.LocalName}=\"{attribute.Value}\" became \"{other.Value}\"");
            }
            else
            {
                Kept++;
            }
        }
    }

    private void CompareText(XElement from, XElement to)
    {
        var (text, other) = (OwnText(from), OwnText(to));
        if (from.HasElements)
        {
            (text, other) = (Words(text), Words(other));
        }

        if (text.Length == 0 || (from.HasElements && string.IsNullOrWhiteSpace(text)))
        {
            return;
        }

        if (text == other || SameValue(text.Trim(), from, other.Trim(), to))
        {
            Kept++;
        }
        else
        {
            Lose(from, $"text \"{Words(text)}\" became \"{Words(other)}\"");
        }
    }

    private void CompareGroup(List<XElement> from, List<XElement> to)
    {
        var ids = from.Select(Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var byId = to.Where(e => Id(e) is { } id && ids.Contains(id)).GroupBy(e => Id(e)!).ToDictionary(g => g.Key, g => new Queue<XElement>(g));
        var rest = new Queue<XElement>(to.Where(e => Id(e) is not { } id || !ids.Contains(id)));
        XElement? last = null;
        foreach (var element in from)
        {
            var queue = Id(element) is { } id ? byId.GetValueOrDefault(id) : rest;
            if (queue is null || !queue.TryDequeue(out var match))
            {
                Lose(element, $"element with {element.Descendants().Count()} elements below");
                continue;
            }

            if (last is not null && match.IsBefore(last))
            {
                Lose(element, "place among its siblings");
            }

            last = match;
            Compare(element, match);
        }
    }

    private void Lose(XElement at, string what)
    {
        var line = ((IXmlLineInfo)at).LineNumber;
        var id = at.AncestorsAndSelf().Select(Id).FirstOrDefault(i => i is not null);
        _lost.Add($"line {line} {at.Name.LocalName} (in {id ?? "?"}): {what}");
    }

    // xsd:ID collapses white space.
    private static string? Id(XElement element) => ((string?)element.Attribute("id"))?.Trim();

    private static string OwnText(XElement element) => string.Concat(element.Nodes().OfType<XText>().Select(t => t.Value));

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private bool SameValue(string value, XElement scope, string other, XElement otherScope) =>
        value == other
        || (Truth(value) is { } a && a == Truth(other))
        || (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var x)
            && double.TryParse(other, NumberStyles.Float, CultureInfo.InvariantCulture, out var y) && x.Equals(y))
        || Resolve(value.Trim(), scope) == Resolve(other.Trim(), otherScope);

    private static bool? Truth(string value) => value switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => null,
    };

    /// <summary>A QName in full; the file's own namespace and none are the same, as all tools write them.</summary>
    private string Resolve(string value, XElement scope)
    {
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || value.Any(char.IsWhiteSpace) || scope.GetNamespaceOfPrefix(value[..colon]) is not { } ns)
        {
            return value;
        }

        return ns.NamespaceName == _target || ns.NamespaceName == Model ? value[(colon + 1)..] : $"{{{ns}}}{value[(colon + 1)..]}";
    }
}
