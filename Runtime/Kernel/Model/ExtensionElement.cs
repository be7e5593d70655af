using System.Collections.Immutable;

namespace Platform.Kernel.Model;

/// <summary>Content of an element that is kept word for word. Closed union: <see cref="ExtensionElement"/>, <see cref="ExtensionText"/>.</summary>
public abstract record ExtensionContent
{
    private protected ExtensionContent()
    {
    }
}

/// <summary>What a piece of verbatim text was in its file.</summary>
public enum ExtensionTextKind
{
    /// <summary>Ordinary character data.</summary>
    Text,

    /// <summary>A CDATA section.</summary>
    CData,

    /// <summary>A comment; not part of the element's text.</summary>
    Comment,
}

/// <summary>Text, CDATA or a comment inside a verbatim element.</summary>
/// <param name="Value">The characters, without mark-up.</param>
/// <param name="Kind">How they were written.</param>
public sealed record ExtensionText(string Value, ExtensionTextKind Kind = ExtensionTextKind.Text) : ExtensionContent;

/// <summary>An attribute that is kept word for word.</summary>
/// <param name="NamespaceUri">Namespace; empty for an attribute without prefix.</param>
/// <param name="LocalName">Name without prefix.</param>
/// <param name="Value">Value with entities resolved.</param>
/// <param name="Prefix">Prefix the file used; the writer uses it again where it can.</param>
public sealed record ExtensionAttribute(string NamespaceUri, string LocalName, string Value, string Prefix = "");

/// <summary>A namespace declaration (xmlns) as the file wrote it.</summary>
/// <param name="Prefix">Prefix; empty for the default namespace.</param>
/// <param name="NamespaceUri">Namespace bound to the prefix.</param>
public sealed record NamespaceDeclaration(string Prefix, string NamespaceUri);

/// <summary>An XML element kept word for word: an extension element, or a part of BPMN that has no typed form here.</summary>
public sealed record ExtensionElement : ExtensionContent
{
    /// <summary>Namespace of the element; empty for none.</summary>
    public required string NamespaceUri { get; init; }

    /// <summary>Name without prefix.</summary>
    public required string LocalName { get; init; }

    /// <summary>Prefix the file used.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Attributes in file order, without namespace declarations.</summary>
    public ImmutableArray<ExtensionAttribute> Attributes { get; init; } = [];

    /// <summary>Namespace declarations on this element.</summary>
    public ImmutableArray<NamespaceDeclaration> Namespaces { get; init; } = [];

    /// <summary>Children and text in file order; indentation between elements is not content.</summary>
    public ImmutableArray<ExtensionContent> Content { get; init; } = [];

    /// <summary>Line in the file, from 1; 0 when built in code.</summary>
    public int Line { get; init; }

    /// <summary>Column in the line, from 1; 0 when built in code.</summary>
    public int Column { get; init; }

    /// <summary>Child elements in file order.</summary>
    public IEnumerable<ExtensionElement> Children => Content.OfType<ExtensionElement>();

    /// <summary>All text of this element and below, comments left out.</summary>
    public string Text => Content switch
    {
        [] => "",
        [ExtensionText { Kind: not ExtensionTextKind.Comment } only] => only.Value,
        _ => string.Concat(Content.Select(TextOf)),
    };

    /// <summary>The value of an attribute without namespace, or null when absent.</summary>
    /// <param name="localName">Attribute name.</param>
    public string? Attribute(string localName) => Attribute("", localName);

    /// <summary>The value of an attribute, or null when absent.</summary>
    /// <param name="namespaceUri">Namespace; empty for none.</param>
    /// <param name="localName">Attribute name without prefix.</param>
    public string? Attribute(string namespaceUri, string localName)
    {
        foreach (var attribute in Attributes)
        {
            if (attribute.LocalName == localName && attribute.NamespaceUri == namespaceUri)
            {
                return attribute.Value;
            }
        }

        return null;
    }

    /// <summary>The first child element of that name in the same namespace as this element, or null.</summary>
    /// <param name="localName">Element name without prefix.</param>
    public ExtensionElement? Child(string localName) =>
        Children.FirstOrDefault(c => c.LocalName == localName && c.NamespaceUri == NamespaceUri);

    private static string TextOf(ExtensionContent content) => content switch
    {
        ExtensionText { Kind: ExtensionTextKind.Comment } => "",
        ExtensionText text => text.Value,
        ExtensionElement element => element.Text,
        _ => throw new InvalidOperationException($"Expected text or element, but got {content.GetType().Name}."),
    };
}
