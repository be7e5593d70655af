using Platform.Kernel;
using Platform.Runtime.Access;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Tasks;

/// <summary>Decides who may act on a task. Pure.</summary>
internal static class TaskAccess
{
    /// <summary>The answer to whoever may not know that the task exists.</summary>
    public static readonly Problem NotFound = new("task.not-found", "没有找到这件待办，可能已经办结，或不在您的办理范围内。");

    /// <summary>The person whose task it is when the viewer acts: the viewer, or the principal.</summary>
    /// <param name="facts">The task, those who may claim it, and who is barred.</param>
    /// <param name="viewer">Who acts.</param>
    /// <param name="onBehalfOf">The principal named; null for oneself, or to let the one principal be found.</param>
    /// <returns>
    /// The principal, or null for oneself; <c>task.not-found</c> for those who may not know of it, <c>task.not-allowed</c> for others.
    /// </returns>
    public static Result<Acting> MayAct(TaskFacts facts, Viewer viewer, Guid? onBehalfOf)
    {
        if (viewer.PersonId is not { } person || IsBarred(facts, person, viewer.UnitChain)
            || (facts.Scope == InformationScope.Sealed && !viewer.Has(ViewerRights.ReadSealed)))
        {
            return NotFound;
        }

        if (onBehalfOf is { } named && named != person)
        {
            return viewer.MayActFor(named, facts.ProcessKey) && facts.Belongs(named) && !IsBarred(facts, named, [])
                ? new Acting(named)
                : Refused(facts, viewer, $"您没有这件待办的代理权限。");
        }

        if (facts.Belongs(person) || IsAdministratorsOwn(facts, viewer))
        {
            return new Acting(null);
        }

        var principals = viewer.Represents.Select(r => r.PrincipalId)
            .Where(p => viewer.MayActFor(p, facts.ProcessKey) && facts.Belongs(p) && !IsBarred(facts, p, [])).Distinct().Take(2).ToList();
        return principals switch
        {
            [var only] => new Acting(only),
            [_, _] => new Problem("task.principal-ambiguous", "您代理的不止一人可以办理这件待办，请选择代谁办理。"),
            _ => Refused(facts, viewer, facts.AssigneeId is null ? "这件待办不在您的办理范围内。" : "这件待办已由他人签收办理。"),
        };
    }

    /// <summary>A plain task that nobody is named for falls to whoever administers.</summary>
    private static bool IsAdministratorsOwn(TaskFacts facts, Viewer viewer) =>
        facts.AssigneeId is null && facts.CandidateIds.Count == 0 && facts.Scope < InformationScope.Restricted && viewer.Has(ViewerRights.Administer);

    private static bool IsBarred(TaskFacts facts, Guid person, IReadOnlyCollection<Guid> units) => facts.Exclusions.Any(e =>
        e.SubjectKind == AccessSubjectKind.Person ? e.SubjectId == person : units.Contains(e.SubjectId));

    private static Problem Refused(TaskFacts facts, Viewer viewer, string message) =>
        facts.Scope >= InformationScope.Restricted && !facts.CandidateIds.Contains(viewer.PersonId!.Value)
            ? NotFound
            : new Problem("task.not-allowed", message);
}

/// <summary>Permission to act.</summary>
/// <param name="OnBehalfOf">The person represented; null for oneself.</param>
internal sealed record Acting(Guid? OnBehalfOf);

/// <summary>What decides who may act on a task.</summary>
internal sealed record TaskFacts
{
    public required string ProcessKey { get; init; }

    public required InformationScope Scope { get; init; }

    public required Guid? AssigneeId { get; init; }

    public required IReadOnlyCollection<Guid> CandidateIds { get; init; }

    public required IReadOnlyCollection<AccessExclusionRow> Exclusions { get; init; }

    /// <summary>Whether it is a person's: as assignee, or as one of those who may claim it while nobody has.</summary>
    public bool Belongs(Guid person) => AssigneeId is { } assignee ? assignee == person : CandidateIds.Contains(person);
}
