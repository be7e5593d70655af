using Platform.Kernel.Graph;
using Platform.Kernel.Model;
using Platform.Runtime.Forms;
using Platform.Runtime.Org;

namespace Platform.Runtime.Definitions;

/// <summary>Finds the start event by which people start a process, and its form: the event without trigger, and its <c>gov:form</c>.</summary>
public static class StartForm
{
    /// <summary>The start event without trigger; null when the process is only started from outside.</summary>
    /// <param name="process">The process.</param>
    public static Node? EventOf(DeployedProcess process)
    {
        ArgumentNullException.ThrowIfNull(process);
        return process.Graph.StartNodes.FirstOrDefault(node => node.Event?.Kind is null or EventKind.None);
    }

    /// <summary>The form; an empty one when the process says none.</summary>
    /// <param name="process">The process.</param>
    public static FormSpec Of(DeployedProcess process) =>
        EventOf(process) is { } start && FormsOf(start).FirstOrDefault()?.Attribute("ref") is { } name && process.Forms.TryGetValue(name, out FormSpec? form)
            ? form
            : FormSpec.Empty;

    /// <summary>What prevents a start event from being used: a form that is not there or asks for files, which have no matter to belong to yet, or an assignment that cannot be read.</summary>
    /// <param name="start">The start event.</param>
    /// <param name="forms">Forms beside the process.</param>
    internal static IEnumerable<DeployIssue> Check(Node start, IReadOnlyDictionary<string, FormSpec> forms)
    {
        foreach (ExtensionElement stated in FormsOf(start))
        {
            string name = stated.Attribute("ref") ?? string.Empty;
            if (!forms.TryGetValue(name, out FormSpec? form))
            {
                yield return DeployIssue.Error("start.unreadable", start, $"“{start.Label}”：没有找到表单文件“{name}”。");
            }
            else if (form.Fields.FirstOrDefault(f => f.Type == FieldType.Attachment) is { } file)
            {
                yield return DeployIssue.Error("start.attachment", start, $"“{start.Label}”：发起时还没有办件可以存放附件，请把“{file.Label}”放到第一个环节的表单里。");
            }
        }

        List<string> problems = [];
        foreach (ExtensionElement assignment in start.Element.Extensions.GovElements.Where(e => e.LocalName == "assignment"))
        {
            AssignmentSpec.Read(assignment, problems);
        }

        foreach (string problem in problems)
        {
            yield return DeployIssue.Error("start.unreadable", start, $"“{start.Label}”：{problem}");
        }
    }

    private static IEnumerable<ExtensionElement> FormsOf(Node start) => start.Element.Extensions.GovElements.Where(e => e.LocalName == "form");
}
