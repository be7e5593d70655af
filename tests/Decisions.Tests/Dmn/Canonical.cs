using System.Text;
using System.Xml.Linq;

namespace Platform.Decisions.Tests.Dmn;

/// <summary>A form of an XML document that is equal exactly when two documents say the same thing.</summary>
internal static class Canonical
{
    // Attributes that say what holds anyway.
    private static readonly HashSet<string> Defaults =
    [
        "isCollection=false", "hitPolicy=UNIQUE", "kind=FEEL",
    ];

    /// <summary>Elements with sorted attributes and children sorted by name, those of one name in their order; no comments, prefixes, blank texts or stated defaults.</summary>
    internal static string Of(string xml) => Of(XDocument.Parse(xml).Root!);

    private static string Of(XElement element)
    {
        var text = new StringBuilder().Append('<').Append(element.Name);
        foreach (var attribute in element.Attributes()
            .Where(a => !a.IsNamespaceDeclaration)
            .Select(a => $"{a.Name}={a.Value.Trim()}")
            .Where(a => !Defaults.Contains(a))
            .Order(StringComparer.Ordinal))
        {
            text.Append(' ').Append(attribute);
        }

        text.Append('>').AppendJoin(string.Empty, element.Nodes().OfType<XText>().Select(t => t.Value.Trim()));
        foreach (var child in element.Elements().OrderBy(e => e.Name.ToString(), StringComparer.Ordinal).Select(Of))
        {
            text.Append('\n').Append(child);
        }

        return text.Append("</>").ToString();
    }
}
