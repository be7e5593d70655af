using System.Collections.Immutable;
using Platform.Kernel.Graph;
using Platform.Kernel.Model;
using Platform.Runtime.Activities;
using Platform.Runtime.Calendar;
using Platform.Runtime.Forms;
using Platform.Runtime.Notifications;
using Platform.Runtime.Org;

namespace Platform.Runtime.Definitions;

/// <summary>Reads user tasks out of a compiled process.</summary>
internal sealed class UserTaskReader(ActivityCatalog catalog, IReadOnlyDictionary<string, FormSpec> forms, ICollection<DeployIssue> issues)
{
    public UserTaskSpec Read(Node node)
    {
        var extensions = node.Element.Extensions;
        var problems = new List<string>();
        var activity = Activity(node, problems);
        var spec = new UserTaskSpec
        {
            ElementId = node.Id,
            Title = node.Label,
            ActivityType = node.Activity?.ActivityType,
            Assignments = Assignments(extensions, activity, problems),
            Deadlines = Deadlines(extensions, activity, problems),
            Warnings = Warnings(extensions, problems),
            Escalations = [.. Elements(extensions, "escalation").Select(e => DeadlineSpecs.ReadEscalation(e, problems)).OfType<EscalationSpec>().OrderBy(e => e.Line)],
            Notices = [.. Elements(extensions, "notify").Select(e => NoticeSpec.Read(e, problems)).OfType<NoticeSpec>()],
            Form = Form(extensions, activity, problems),
            Outcomes = Outcomes(extensions, activity),
            LegalBases = [.. Elements(extensions, "legalBasis").Select(e => new LegalBasis(e.Attribute("document") ?? "", e.Attribute("clause") ?? ""))],
            Shows = [.. activity?.Shows ?? []],
            NextText = NextSteps.After(node),
            Instructions = string.Join('\n', node.Element.Documentation.Select(d => d.Text.Trim())),
        };
        if (spec.Assignments.IsEmpty)
        {
            issues.Add(DeployIssue.Warning("task.no-assignment", node, $"“{node.Label}”没有写明由谁办理，只有管理员能够处理。"));
        }

        if (spec.Deadlines.IsEmpty && spec.Notices.Any(n => n.Moment == NoticeMoment.Due))
        {
            issues.Add(DeployIssue.Warning("task.notice-without-deadline", node, $"“{node.Label}”没有时限，超期时的通知永远不会发出。"));
        }

        foreach (var problem in problems)
        {
            issues.Add(DeployIssue.Error("task.unreadable", node, $"“{node.Label}”：{problem}"));
        }

        return spec;
    }

    private HumanActivity? Activity(Node node, List<string> problems)
    {
        if (node.Activity?.ActivityType is not { } type)
        {
            return null;
        }

        var activity = catalog.FindHuman(type);
        if (activity is null)
        {
            problems.Add($"动作“{type}”没有安装，或不是由人办理的动作。");
        }

        return activity;
    }

    private static ImmutableArray<AssignmentSpec> Assignments(Extensions extensions, HumanActivity? activity, List<string> problems)
    {
        var stated = Elements(extensions, "assignment").Select(e => AssignmentSpec.Read(e, problems)).ToImmutableArray();
        return !stated.IsEmpty || activity is null or { Post: null, Role: null }
            ? stated
            : [new AssignmentSpec { Post = activity.Post is { } post ? FeelText.Constant(post) : null, Role = activity.Role, Deputy = activity.DeputiesStepIn }];
    }

    private static ImmutableArray<DeadlineSpec> Deadlines(Extensions extensions, HumanActivity? activity, List<string> problems)
    {
        var stated = Elements(extensions, "deadline").Select(e => DeadlineSpecs.Read(e, problems)).OfType<DeadlineSpec>().ToImmutableArray();
        return !stated.IsEmpty || activity?.DefaultDeadline is not { } deadline ? stated : [deadline];
    }

    private static ImmutableArray<WarningSpec> Warnings(Extensions extensions, List<string> problems)
    {
        var stated = Elements(extensions, "warning").Select(e => DeadlineSpecs.ReadWarning(e, problems)).OfType<WarningSpec>().ToList();
        return [.. stated.Concat(WarningSpec.Usual.Where(u => stated.TrueForAll(s => s.Level != u.Level))).DistinctBy(w => w.Level)];
    }

    private FormSpec Form(Extensions extensions, HumanActivity? activity, List<string> problems)
    {
        var stated = Elements(extensions, "form").FirstOrDefault();
        if (stated?.Attribute("ref") is not { Length: > 0 } name)
        {
            return activity?.Form ?? FormSpec.Empty;
        }

        if (forms.TryGetValue(name, out var form))
        {
            return WithRights(form, stated, problems);
        }

        problems.Add($"没有找到表单文件“{name}”。");
        return FormSpec.Empty;
    }

    /// <summary>The form as the step sees it: <c>gov:field</c> makes single fields read-only or takes them away.</summary>
    private static FormSpec WithRights(FormSpec form, ExtensionElement stated, List<string> problems)
    {
        var rights = stated.Children.Where(f => f.LocalName == "field").GroupBy(f => f.Attribute("key") ?? "").ToDictionary(g => g.Key, g => g.Last().Attribute("access"));
        problems.AddRange(rights.Where(r => form.Field(r.Key) is null).Select(r => $"表单里没有字段“{r.Key}”，无法设置它的权限。"));
        problems.AddRange(rights.Where(r => r.Value is not ("write" or "read" or "hidden")).Select(r => $"字段“{r.Key}”的权限应为 write、read 或 hidden。"));
        return rights.Count == 0
            ? form
            : form with
            {
                Fields =
                [
                    .. form.Fields.Where(f => rights.GetValueOrDefault(f.Key) != "hidden")
                        .Select(f => rights.GetValueOrDefault(f.Key) == "read" ? f with { ReadOnly = true } : f),
                ],
            };
    }

    private static ImmutableArray<Outcome> Outcomes(Extensions extensions, HumanActivity? activity)
    {
        // The process chooses and names outcomes; whether one needs an opinion is also the activity's knowledge.
        var stated = Elements(extensions, "outcome").Where(e => e.Attribute("value") is { Length: > 0 }).Select(e =>
        {
            var value = e.Attribute("value")!;
            var declared = activity?.Outcomes.FirstOrDefault(o => o.Value == value);
            var needsOpinion = e.Attribute("opinion") is { } opinion ? opinion == "required" : declared?.NeedsOpinion ?? false;
            return new Outcome(value, e.Attribute("text") ?? declared?.Text ?? value, needsOpinion);
        }).ToImmutableArray();
        return stated.IsEmpty ? [.. activity?.Outcomes ?? []] : stated;
    }

    private static IEnumerable<ExtensionElement> Elements(Extensions extensions, string name) =>
        extensions.GovElements.Where(e => e.LocalName == name);
}
