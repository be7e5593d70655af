using Platform.Kernel.Graph;
using Platform.Runtime.Definitions.Packages;
using Platform.Runtime.Forms;

namespace Platform.Runtime.Definitions;

/// <summary>
/// Finds steps whose letter nobody will be offered: <c>gov:notice</c> names its template, <c>gov:noticeField</c> the field of the step's form
/// that takes it. Warnings all, because whoever does the step can still write the letter by hand.
/// </summary>
internal static class LetterCheck
{
    /// <summary>What is wrong with the letter of a step; nothing when it has none.</summary>
    /// <param name="node">The step.</param>
    /// <param name="form">Its form, as the step shows it.</param>
    /// <param name="files">Files of the deployment by name.</param>
    public static DeployIssue? Of(Node node, FormSpec form, IReadOnlyDictionary<string, byte[]> files)
    {
        var (template, key) = (node.Element.Extensions.Gov("notice"), node.Element.Extensions.Gov("noticeField"));
        return (template is { Length: > 0 }, key is { Length: > 0 }) switch
        {
            (false, false) => null,
            (true, _) when !files.ContainsKey($"{PackagedFile.Letters}{template}.md") => DeployIssue.Warning("task.no-letter", node, $"“{node.Label}”要用的文书模板“{template}”不在流程的文件里，请重新选择。"),
            (true, false) => DeployIssue.Warning("task.letter-without-field", node, $"“{node.Label}”选了文书模板，还没有选把文书写到表单的哪个字段。"),
            (false, true) => DeployIssue.Warning("task.field-without-letter", node, $"“{node.Label}”选了放文书的字段，还没有选文书模板。"),
            _ => form.Field(key!) is not { Type: FieldType.Text or FieldType.LongText }
                ? DeployIssue.Warning("task.letter-field", node, $"“{node.Label}”的表单里没有可以放文书的文字字段“{key}”，请重新选择。")
                : null,
        };
    }
}
