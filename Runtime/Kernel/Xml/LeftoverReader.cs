using System.Collections.Frozen;
using System.Collections.Immutable;
using Platform.Kernel.Model;

namespace Platform.Kernel.Xml;

/// <summary>Turns what no mapping took from an element into <see cref="Extensions"/>, and reports what should not have been there.</summary>
internal static class LeftoverReader
{
    public static Extensions Read(ReadContext context, ExtensionElement node, bool[] takenAttributes, bool[] takenContent)
    {
        var container = Container(node, takenContent);
        var elements = container is null ? [] : container.Children.ToImmutableArray();
        foreach (var element in elements)
        {
            GovVocabulary.Check(context, node, element);
        }

        var foreign = ForeignAttributes(context, node, takenAttributes);
        var verbatim = Verbatim(context, node, takenContent);
        var gov = GovAttributes(context, node);
        if (container is null && foreign.IsEmpty && verbatim.IsEmpty && gov is null && node.Namespaces.IsEmpty)
        {
            return Extensions.None;
        }

        return Extensions.None with
        {
            HasContainer = container is not null,
            Elements = elements,
            ForeignAttributes = foreign,
            GovAttributes = gov ?? Extensions.None.GovAttributes,
            Verbatim = verbatim,
            Namespaces = container is null ? node.Namespaces : [.. node.Namespaces, .. container.Namespaces.Where(n => !node.Namespaces.Any(o => o.Prefix == n.Prefix))],
        };
    }

    private static ExtensionElement? Container(ExtensionElement node, bool[] taken)
    {
        var (ns, name) = node.NamespaceUri == BpmnNames.Model ? (BpmnNames.Model, "extensionElements") : (BpmnNames.Di, "extension");
        for (var i = 0; i < taken.Length; i++)
        {
            if (!taken[i] && node.Content[i] is ExtensionElement child && child.LocalName == name && child.NamespaceUri == ns && child.Attributes.IsEmpty)
            {
                taken[i] = true;
                return child;
            }
        }

        return null;
    }

    private static ImmutableArray<ExtensionAttribute> ForeignAttributes(ReadContext context, ExtensionElement node, bool[] taken)
    {
        ImmutableArray<ExtensionAttribute>.Builder? foreign = null;
        for (var i = 0; i < taken.Length; i++)
        {
            var attribute = node.Attributes[i];
            if (taken[i] || attribute.NamespaceUri == Extensions.GovNamespace)
            {
                continue;
            }

            if (attribute.NamespaceUri.Length == 0)
            {
                context.Report(ReadIssueCodes.UnknownAttribute, ReadSeverity.Information, $"“{node.LocalName}”的属性“{attribute.LocalName}”不是 BPMN 所定义的，或者值无效，已原样保留。", node);
            }

            (foreign ??= ImmutableArray.CreateBuilder<ExtensionAttribute>()).Add(attribute);
        }

        return foreign is null ? [] : foreign.DrainToImmutable();
    }

    private static FrozenDictionary<string, string>? GovAttributes(ReadContext context, ExtensionElement node)
    {
        Dictionary<string, string>? gov = null;
        foreach (var attribute in node.Attributes)
        {
            if (attribute.NamespaceUri != Extensions.GovNamespace)
            {
                continue;
            }

            GovVocabulary.Check(context, node, attribute);
            (gov ??= [])[attribute.LocalName] = attribute.Value;
        }

        return gov?.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static ImmutableArray<ExtensionElement> Verbatim(ReadContext context, ExtensionElement node, bool[] taken)
    {
        ImmutableArray<ExtensionElement>.Builder? rest = null;
        for (var i = 0; i < taken.Length; i++)
        {
            if (taken[i])
            {
                continue;
            }

            if (node.Content[i] is ExtensionElement element)
            {
                Report(context, node, element);
                (rest ??= ImmutableArray.CreateBuilder<ExtensionElement>()).Add(element);
            }
            else if (node.Content[i] is ExtensionText { Kind: not ExtensionTextKind.Comment } text && !string.IsNullOrWhiteSpace(text.Value))
            {
                context.Report(ReadIssueCodes.StrayText, ReadSeverity.Warning, $"“{node.LocalName}”中有多余的文字，未予保留。", node);
            }
        }

        return rest is null ? [] : rest.DrainToImmutable();
    }

    /// <summary>Names a part that is kept word for word.</summary>
    public static void Report(ReadContext context, ExtensionElement node, ExtensionElement element)
    {
        if (!BpmnNames.IsStandard(element.NamespaceUri))
        {
            context.Report(ReadIssueCodes.ForeignMisplaced, ReadSeverity.Warning, $"外来元素“{element.LocalName}”不在 extensionElements 之内，已原样保留。", element, node.Attribute("id"));
        }
        else if (BpmnNames.KeptVerbatim.Contains(element.LocalName))
        {
            context.Report(ReadIssueCodes.KeptVerbatim, ReadSeverity.Information, $"本平台不执行“{element.LocalName}”，已原样保留。", element);
        }
        else
        {
            context.Report(ReadIssueCodes.UnknownElement, ReadSeverity.Warning, $"无法识别“{node.LocalName}”中的元素“{element.LocalName}”，已原样保留。", element);
        }
    }
}
