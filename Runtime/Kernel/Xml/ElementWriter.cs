using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Platform.Kernel.Model;
using Platform.Kernel.Xml.Mapping;

namespace Platform.Kernel.Xml;

/// <summary>
/// Writes elements in the order of the schema. Each mapping calls <see cref="Start"/>, writes its attributes, calls
/// <see cref="Body"/>, writes its children, calls <see cref="End"/>; foreign content is written by these three.
/// </summary>
internal sealed class ElementWriter(XmlWriter xml, FrozenDictionary<string, string> prefixes, FlowIndex flows)
{
    // Names written on the element whose attributes are open; a kept attribute never repeats a typed one.
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    public FlowIndex Flows => flows;

    public void Start(string name, ModelElement element, string ns = BpmnNames.Model)
    {
        _written.Clear();
        var prefix = PrefixFor(ns, element.Extensions.Namespaces);
        xml.WriteStartElement(prefix, name, ns);
        foreach (var declaration in element.Extensions.Namespaces)
        {
            Declare(declaration, prefix, ns);
        }

        if (element.Id.Length > 0)
        {
            Text("id", element.Id);
        }

        Text("name", element.Name);
        WriteForeign(element.Extensions);
    }

    /// <summary>A text attribute; null is not written.</summary>
    public void Text(string name, string? value)
    {
        if (value is not null && _written.Add(name))
        {
            xml.WriteAttributeString(name, value);
        }
    }

    /// <summary>A text attribute with a default, which is written only if the file spelt it out.</summary>
    public void Text(string name, string value, string standard, ModelElement element)
    {
        if (value != standard || element.Source.StatedDefaults.Contains(name))
        {
            Text(name, value);
        }
    }

    public void Flag(string name, bool? value) => Text(name, value is { } b ? (b ? "true" : "false") : null);

    public void Flag(string name, bool value, bool standard, ModelElement element)
    {
        if (value != standard || element.Source.StatedDefaults.Contains(name))
        {
            Flag(name, value);
        }
    }

    public void Number(string name, int? value) => Text(name, value?.ToString(CultureInfo.InvariantCulture));

    public void Number(string name, int value, int standard, ModelElement element)
    {
        if (value != standard || element.Source.StatedDefaults.Contains(name))
        {
            Number(name, value);
        }
    }

    public void Measure(string name, double? value) => Text(name, value?.ToString("R", CultureInfo.InvariantCulture));

    public void Choice<T>(string name, FrozenDictionary<string, T> values, T? value)
        where T : struct
    {
        if (value is { } chosen)
        {
            Text(name, values.First(v => EqualityComparer<T>.Default.Equals(v.Value, chosen)).Key);
        }
    }

    public void Choice<T>(string name, FrozenDictionary<string, T> values, T value, T standard, ModelElement element)
        where T : struct
    {
        if (!EqualityComparer<T>.Default.Equals(value, standard) || element.Source.StatedDefaults.Contains(name))
        {
            Choice<T>(name, values, value);
        }
    }

    /// <summary>xsi:type with a type of the BPMN schema.</summary>
    public void Type(string localType)
    {
        var prefix = xml.LookupPrefix(BpmnNames.Model);
        xml.WriteAttributeString(xml.LookupPrefix(BpmnNames.Xsi) ?? "xsi", "type", BpmnNames.Xsi, string.IsNullOrEmpty(prefix) ? localType : $"{prefix}:{localType}");
    }

    /// <summary>Ends the attributes: kept attributes, documentation and extension elements follow.</summary>
    public void Body(ModelElement element)
    {
        foreach (var attribute in element.Extensions.ForeignAttributes)
        {
            if (attribute.NamespaceUri.Length == 0)
            {
                Text(attribute.LocalName, attribute.Value);
            }
        }

        if (element is BaseElement documented)
        {
            foreach (var documentation in documented.Documentation)
            {
                DocumentationXml.Write(this, documentation);
            }
        }

        if (element.Extensions.HasContainer || !element.Extensions.Elements.IsEmpty)
        {
            WriteContainer(element);
        }
    }

    /// <summary>Ends the element; what had no typed form stands last.</summary>
    public void End(ModelElement element)
    {
        foreach (var verbatim in element.Extensions.Verbatim)
        {
            Verbatim(verbatim);
        }

        xml.WriteEndElement();
    }

    /// <summary>Children whose text is a reference.</summary>
    public void Refs(string name, ImmutableArray<string> ids)
    {
        foreach (var id in ids)
        {
            RefChild(name, id);
        }
    }

    /// <summary>A child whose text is a reference; null is not written.</summary>
    public void RefChild(string name, string? id)
    {
        if (id is not null)
        {
            xml.WriteElementString(PrefixFor(BpmnNames.Model, []), name, BpmnNames.Model, id);
        }
    }

    public void Many<T>(ImmutableArray<T> elements, Action<ElementWriter, T> write)
    {
        foreach (var element in elements)
        {
            write(this, element);
        }
    }

    public void Many<T>(ImmutableArray<T> elements, string name, Action<ElementWriter, T, string> write)
    {
        foreach (var element in elements)
        {
            write(this, element, name);
        }
    }

    public void One<T>(T? element, Action<ElementWriter, T> write)
        where T : class
    {
        if (element is not null)
        {
            write(this, element);
        }
    }

    public void One<T>(T? element, string name, Action<ElementWriter, T, string> write)
        where T : class
    {
        if (element is not null)
        {
            write(this, element, name);
        }
    }

    /// <summary>Mixed content: the pieces when there are any, else the text.</summary>
    public void Mixed(string text, ImmutableArray<ExtensionContent> content)
    {
        if (content.IsEmpty)
        {
            xml.WriteString(text);
            return;
        }

        foreach (var piece in content)
        {
            Piece(piece);
        }
    }

    /// <summary>An element word for word.</summary>
    public void Verbatim(ExtensionElement element)
    {
        xml.WriteStartElement(element.Prefix, element.LocalName, element.NamespaceUri);
        foreach (var declaration in element.Namespaces)
        {
            Declare(declaration, element.Prefix, element.NamespaceUri);
        }

        foreach (var attribute in element.Attributes)
        {
            xml.WriteAttributeString(attribute.Prefix, attribute.LocalName, attribute.NamespaceUri, attribute.Value);
        }

        foreach (var piece in element.Content)
        {
            Piece(piece);
        }

        xml.WriteEndElement();
    }

    private void Piece(ExtensionContent content)
    {
        switch (content)
        {
            case ExtensionElement element:
                Verbatim(element);
                break;
            case ExtensionText { Kind: ExtensionTextKind.CData } data:
                xml.WriteCData(data.Value);
                break;
            case ExtensionText { Kind: ExtensionTextKind.Comment } comment:
                xml.WriteComment(comment.Value);
                break;
            case ExtensionText text:
                xml.WriteString(text.Value);
                break;
            default:
                throw new InvalidOperationException($"Expected text or element, but got {content.GetType().Name}.");
        }
    }

    private void WriteForeign(Extensions extensions)
    {
        foreach (var (name, value) in extensions.GovAttributes.OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            xml.WriteAttributeString(xml.LookupPrefix(Extensions.GovNamespace) ?? "gov", name, Extensions.GovNamespace, value);
        }

        foreach (var attribute in extensions.ForeignAttributes)
        {
            if (attribute.NamespaceUri.Length > 0)
            {
                xml.WriteAttributeString(attribute.Prefix, attribute.LocalName, attribute.NamespaceUri, attribute.Value);
            }
        }
    }

    private void WriteContainer(ModelElement element)
    {
        var (ns, name) = element is BaseElement or Definitions or Import or Documentation or Script ? (BpmnNames.Model, "extensionElements") : (BpmnNames.Di, "extension");
        xml.WriteStartElement(PrefixFor(ns, []), name, ns);
        foreach (var extension in element.Extensions.Elements)
        {
            Verbatim(extension);
        }

        xml.WriteEndElement();
    }

    /// <summary>The prefix of a namespace, unless the element itself binds that prefix to another one.</summary>
    private string PrefixFor(string ns, ImmutableArray<NamespaceDeclaration> declared)
    {
        var prefix = prefixes[ns];
        return declared.Any(d => d.Prefix == prefix && d.NamespaceUri != ns) ? BpmnNames.Prefixes[ns] + "_" : prefix;
    }

    private void Declare(NamespaceDeclaration declaration, string elementPrefix, string elementNamespace)
    {
        if (declaration.Prefix == elementPrefix && declaration.NamespaceUri != elementNamespace)
        {
            // The element needs this prefix for its own namespace.
            return;
        }

        if (declaration.Prefix.Length == 0)
        {
            xml.WriteAttributeString("xmlns", declaration.NamespaceUri);
        }
        else
        {
            xml.WriteAttributeString("xmlns", declaration.Prefix, null, declaration.NamespaceUri);
        }
    }
}
