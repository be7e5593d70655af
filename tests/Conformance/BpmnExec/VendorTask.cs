using Platform.Decisions.Feel;
using Platform.Kernel.Execution;
using Platform.Kernel.Model;

namespace Platform.Conformance.BpmnExec;

/// <summary>People, dates and texts of a user task as vendor attributes and standard roles say them, evaluated where the task stands.</summary>
internal sealed class VendorTask(ExecInstance instance, Token token, IReadOnlyDictionary<string, string> overrides)
{
    private static readonly string[] Namespaces = ["http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn"];

    private readonly UserTask task = (UserTask)instance.Graph.Nodes[token.NodeIndex].Element;

    internal string? Name => Text(task.Name);

    internal string? Description => Text(task.Documentation.IsEmpty ? null : task.Documentation[0].Text.Trim());

    internal string? Assignee => Text(Foreign("assignee")) ?? Roles(ResourceRoleKind.HumanPerformer).FirstOrDefault();

    internal string? Priority => Text(Foreign("priority"));

    internal string? DueDate => Text(Foreign("dueDate"));

    internal IEnumerable<string> CandidateUsers => Names("candidateUsers").Concat(Owners("user"));

    internal IEnumerable<string> CandidateGroups => Names("candidateGroups").Concat(Owners("group"));

    private string? Foreign(string name) => task.Extensions.Foreign(name, Namespaces);

    private IEnumerable<string> Names(string attribute) =>
        (Text(Foreign(attribute)) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private IEnumerable<string> Roles(ResourceRoleKind kind) =>
        task.ResourceRoles.Where(r => r.Kind == kind).Select(r => Text(r.Assignment?.Expression?.Text.Trim())).OfType<string>();

    /// <summary>user(a), group(b); a bare name is a group.</summary>
    private IEnumerable<string> Owners(string kind)
    {
        foreach (string entry in Roles(ResourceRoleKind.PotentialOwner).SelectMany(r => r.Split(',', StringSplitOptions.TrimEntries)))
        {
            int open = entry.IndexOf('(', StringComparison.Ordinal);
            string entryKind = open < 0 ? "group" : entry[..open];
            if (entryKind == kind)
            {
                yield return open < 0 ? entry : entry[(open + 1)..].TrimEnd(')');
            }
        }
    }

    private string? Text(string? source)
    {
        // A file that went through an import holds the FEEL itself, behind an equals sign.
        string? feel = source is null ? null
            : source.StartsWith('=') ? source[1..]
            : overrides.GetValueOrDefault(source.Trim());
        if (feel is null)
        {
            return source;
        }
        var value = FeelExpression.Parse(feel).Expression!.Evaluate(instance.State.VariablesAt(token.Id)).Value;
        return value is FeelString text ? text.Value : value.IsNull ? null : value.ToString();
    }
}
