namespace Platform.Decisions.Dmn.Model;

/// <summary>Content of an element that DMN does not define, kept verbatim.</summary>
/// <param name="Attributes">Attributes of foreign namespaces and unknown attributes, in document order.</param>
/// <param name="Elements">Children of <c>extensionElements</c>, in document order.</param>
/// <param name="Others">Children outside <c>extensionElements</c> that this library has no record for, in document order.</param>
public sealed record DmnExtensions(
    IReadOnlyList<ForeignAttribute> Attributes,
    IReadOnlyList<XmlFragment> Elements,
    IReadOnlyList<XmlFragment> Others)
{
    /// <summary>No foreign content.</summary>
    public static DmnExtensions None { get; } = new([], [], []);

    /// <summary>True when an empty <c>extensionElements</c> was written in the file; it is kept as well.</summary>
    public bool HasEmptyContainer { get; init; }
}

/// <summary>An attribute kept verbatim.</summary>
/// <param name="Namespace">Namespace, empty for an attribute without one.</param>
/// <param name="Name">Local name.</param>
/// <param name="Value">Value.</param>
public sealed record ForeignAttribute(string Namespace, string Name, string Value);

/// <summary>An XML element kept verbatim.</summary>
/// <param name="Xml">Well-formed text of the element, with the namespace declarations that it needs.</param>
public sealed record XmlFragment(string Xml);
