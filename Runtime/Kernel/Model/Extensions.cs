using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Platform.Kernel.Model;

/// <summary>What stands on an element beyond BPMN: our own gov: vocabulary, foreign extensions, and anything the reader did not know. Nothing here is ever lost on writing.</summary>
public sealed record Extensions
{
    /// <summary>Namespace of our own extensions, conventional prefix gov.</summary>
    public const string GovNamespace = "urn:shanzhi:gov:1";

    private static readonly FrozenDictionary<string, string> NoAttributes = FrozenDictionary<string, string>.Empty;

    /// <summary>No extensions at all.</summary>
    public static Extensions None { get; } = new();

    /// <summary>Attributes in foreign namespaces (camunda, flowable, activiti, …) and attributes without namespace that BPMN does not define; gov: attributes are in <see cref="GovAttributes"/>.</summary>
    public ImmutableArray<ExtensionAttribute> ForeignAttributes { get; init; } = [];

    /// <summary>Our attributes, by name without prefix.</summary>
    public IReadOnlyDictionary<string, string> GovAttributes { get; init; } = NoAttributes;

    /// <summary>Children of extensionElements in file order, ours and foreign ones.</summary>
    public ImmutableArray<ExtensionElement> Elements
    {
        get;
        init
        {
            field = value;
            GovElements = value.IsEmpty ? [] : [.. value.Where(e => e.NamespaceUri == GovNamespace)];
        }
    }
    = [];

    /// <summary>Our children of extensionElements in file order.</summary>
    public IReadOnlyList<ExtensionElement> GovElements { get; private init; } = [];

    /// <summary>Foreign children of extensionElements in file order.</summary>
    public IEnumerable<ExtensionElement> ForeignElements => Elements.Where(e => e.NamespaceUri != GovNamespace);

    /// <summary>True when the file had an extensionElements element here, even an empty one.</summary>
    public bool HasContainer { get; init; }

    /// <summary>Children outside extensionElements that have no typed form; each was reported when read.</summary>
    public ImmutableArray<ExtensionElement> Verbatim { get; init; } = [];

    /// <summary>Namespace declarations on the element.</summary>
    public ImmutableArray<NamespaceDeclaration> Namespaces { get; init; } = [];

    /// <summary>The value of one of our attributes, or null.</summary>
    /// <param name="name">Name without prefix.</param>
    public string? Gov(string name) => GovAttributes.GetValueOrDefault(name);

    /// <summary>The value of a foreign attribute, or null. Vendors that share a vocabulary (camunda, flowable, activiti) can be asked at once.</summary>
    /// <param name="localName">Name without prefix.</param>
    /// <param name="namespaces">Namespaces in order of preference.</param>
    public string? Foreign(string localName, params ReadOnlySpan<string> namespaces)
    {
        foreach (var ns in namespaces)
        {
            foreach (var attribute in ForeignAttributes)
            {
                if (attribute.NamespaceUri == ns && attribute.LocalName == localName)
                {
                    return attribute.Value;
                }
            }
        }

        return null;
    }
}
