using System.Collections.Frozen;
using Platform.Kernel.Model;

namespace Platform.Kernel.Xml;

/// <summary>
/// The names of our own namespace (urn:shanzhi:gov:1). The reader keeps any name and warns of those that are not here, since a
/// misspelt deadline would otherwise be no deadline. Whoever reads a new name adds it here.
/// </summary>
internal static class GovVocabulary
{
    /// <summary>Attributes of BPMN elements.</summary>
    private static readonly FrozenSet<string> Attributes = new[]
    {
        "activity", "backoff", "binding", "codeVariable", "collection", "correlationKey", "decision", "decisionVersion", "item", "message",
        "messageVariable", "notice", "noticeField", "outputCollection", "outputItem", "resultVariable", "retries", "rule", "stage",
    }.ToFrozenSet();

    /// <summary>Elements inside extensionElements, each with its attributes.</summary>
    private static readonly FrozenDictionary<string, FrozenSet<string>> Elements = new Dictionary<string, string>
    {
        ["assignment"] = "assignee candidates claim deputy post postFrom relation role unit",
        ["deadline"] = "amount clock from kind unit when",
        ["escalation"] = "after before level to",
        ["form"] = "ref",
        ["in"] = "all source sourceExpression target variables",
        ["input"] = "name",
        ["legalBasis"] = "clause document",
        ["notify"] = "to when",
        ["out"] = "all source sourceExpression target variables",
        ["outcome"] = "opinion text value vote",
        ["output"] = "name target",
        ["warning"] = "level notify remaining",
    }.ToFrozenDictionary(e => e.Key, e => e.Value.Split(' ').ToFrozenSet());

    /// <summary>Warns of an attribute of ours that is not in the vocabulary.</summary>
    public static void Check(ReadContext context, ExtensionElement element, ExtensionAttribute attribute)
    {
        if (!Attributes.Contains(attribute.LocalName))
        {
            Warn(context, $"属性“gov:{attribute.LocalName}”", element, element.Attribute("id"));
        }
    }

    /// <summary>Warns of an element of ours, or an attribute on it, that is not in the vocabulary.</summary>
    public static void Check(ReadContext context, ExtensionElement owner, ExtensionElement extension)
    {
        if (extension.NamespaceUri != Extensions.GovNamespace)
        {
            return;
        }

        if (!Elements.TryGetValue(extension.LocalName, out var attributes))
        {
            Warn(context, $"元素“gov:{extension.LocalName}”", extension, owner.Attribute("id"));
            return;
        }

        foreach (var attribute in extension.Attributes)
        {
            if (attribute.NamespaceUri.Length == 0 && !attributes.Contains(attribute.LocalName))
            {
                Warn(context, $"“gov:{extension.LocalName}”的属性“{attribute.LocalName}”", extension, owner.Attribute("id"));
            }
        }
    }

    private static void Warn(ReadContext context, string what, ExtensionElement at, string? id) =>
        context.Report(ReadIssueCodes.GovUnknown, ReadSeverity.Warning, $"{what}不在本平台的扩展词汇之内，已原样保留，但不起作用。", at, id);
}
