using System.Xml.Linq;
using Platform.Decisions.Dmn.Model;

namespace Platform.Decisions.Dmn.Xml;

/// <summary>What the writers of all families share.</summary>
internal static class XmlWriting
{
    /// <summary>An element with what every record may have; content of the family follows.</summary>
    internal static XElement Element(string name, DmnElement record, params ReadOnlySpan<object?> content)
    {
        var element = new XElement(
            DmnNames.Name(name),
            Optional("id", record.Id),
            Optional("label", record.Label));
        foreach (var attribute in record.Extensions.Attributes)
        {
            element.Add(new XAttribute(XNamespace.Get(attribute.Namespace) + attribute.Name, attribute.Value));
        }

        if (record.Description is { } description)
        {
            element.Add(new XElement(DmnNames.Name("description"), description));
        }

        if (record.Extensions.Elements.Count > 0 || record.Extensions.HasEmptyContainer)
        {
            element.Add(new XElement(DmnNames.Name("extensionElements"), Parsed(record.Extensions.Elements)));
        }

        foreach (var item in content)
        {
            element.Add(item);
        }

        element.Add(Parsed(record.Extensions.Others));
        return element;
    }

    internal static XAttribute? Optional(string name, string? value) => value is null ? null : new XAttribute(name, value);

    internal static XAttribute? Flag(string name, bool value) => value ? new XAttribute(name, "true") : null;

    internal static XElement? Text(string name, string? value) => value is null ? null : new XElement(DmnNames.Name(name), value);

    internal static XElement Link(string name, string href) => new(DmnNames.Name(name), new XAttribute("href", href));

    internal static IEnumerable<XElement> Parsed(IEnumerable<XmlFragment> fragments) => fragments.Select(Parsed);

    internal static XElement Parsed(XmlFragment fragment) => XElement.Parse(fragment.Xml, LoadOptions.PreserveWhitespace);
}
