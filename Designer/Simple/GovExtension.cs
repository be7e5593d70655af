using System.Collections.Frozen;
using Platform.Kernel.Model;

namespace Platform.Designer.Simple;

/// <summary>Reads and changes what stands on an element in our namespace, and leaves everything else on it as it is.</summary>
public static class GovExtension
{
    /// <summary>Our elements of one name, in file order.</summary>
    /// <param name="element">Any element.</param>
    /// <param name="name">Name without prefix, such as <c>deadline</c>.</param>
    public static IReadOnlyList<ExtensionElement> All(FlowElement element, string name) =>
        [.. element.Extensions.GovElements.Where(e => e.LocalName == name)];

    /// <summary>The first of our elements of one name, or null.</summary>
    /// <param name="element">Any element.</param>
    /// <param name="name">Name without prefix.</param>
    public static ExtensionElement? First(FlowElement element, string name) =>
        element.Extensions.GovElements.FirstOrDefault(e => e.LocalName == name);

    /// <summary>A new element in our namespace.</summary>
    /// <param name="name">Name without prefix.</param>
    /// <param name="attributes">Attributes with their values; a null or empty value leaves the attribute out.</param>
    public static ExtensionElement New(string name, params (string Name, string? Value)[] attributes) =>
        attributes.Aggregate(
            new ExtensionElement { NamespaceUri = Extensions.GovNamespace, LocalName = name, Prefix = "gov" },
            (e, a) => With(e, a.Name, a.Value));

    /// <summary>The element with one attribute set, or taken away when the value is null or empty.</summary>
    /// <param name="element">The element.</param>
    /// <param name="attribute">Attribute name without prefix.</param>
    /// <param name="value">New value.</param>
    public static ExtensionElement With(ExtensionElement element, string attribute, string? value)
    {
        int at = element.Attributes.FindIndex(a => a.LocalName == attribute && a.NamespaceUri.Length == 0);
        return element with
        {
            Attributes = (at, string.IsNullOrEmpty(value)) switch
            {
                ( < 0, true) => element.Attributes,
                ( < 0, false) => element.Attributes.Add(new ExtensionAttribute(string.Empty, attribute, value!)),
                (_, true) => element.Attributes.RemoveAt(at),
                (_, false) => element.Attributes.SetItem(at, element.Attributes[at] with { Value = value! }),
            },
        };
    }

    /// <summary>The element with all of our elements of one name replaced; the new ones stand where the first old one stood.</summary>
    /// <typeparam name="T">Kind of element.</typeparam>
    /// <param name="element">The element.</param>
    /// <param name="name">Name without prefix.</param>
    /// <param name="replacements">What stands there from now on; may be empty.</param>
    public static T Replace<T>(T element, string name, IEnumerable<ExtensionElement> replacements)
        where T : FlowElement
    {
        Extensions old = element.Extensions;
        int first = old.Elements.FindIndex(e => IsOurs(e, name));
        var kept = old.Elements.RemoveAll(e => IsOurs(e, name));
        return (T)((FlowElement)element with
        {
            Extensions = old with { Elements = kept.InsertRange(first < 0 ? kept.Length : first, replacements) },
        });
    }

    /// <summary>The element with one of our attributes set, or taken away when the value is null or empty.</summary>
    /// <typeparam name="T">Kind of element.</typeparam>
    /// <param name="element">The element.</param>
    /// <param name="name">Attribute name without prefix.</param>
    /// <param name="value">New value.</param>
    public static T Attribute<T>(T element, string name, string? value)
        where T : FlowElement
    {
        IEnumerable<KeyValuePair<string, string>> others = element.Extensions.GovAttributes.Where(a => a.Key != name);
        IEnumerable<KeyValuePair<string, string>> all = string.IsNullOrEmpty(value) ? others : others.Append(new(name, value));
        return (T)((FlowElement)element with { Extensions = element.Extensions with { GovAttributes = all.ToFrozenDictionary() } });
    }

    private static int FindIndex<T>(this System.Collections.Immutable.ImmutableArray<T> items, Func<T, bool> isIt)
    {
        for (int i = 0; i < items.Length; i++)
        {
            if (isIt(items[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsOurs(ExtensionElement element, string name) =>
        element.LocalName == name && element.NamespaceUri == Extensions.GovNamespace;
}
