using System.Collections.Immutable;

namespace Platform.Runtime.Org;

/// <summary>Who may act on a task, each with the reason.</summary>
/// <param name="People">Those who may act, without duplicates.</param>
/// <param name="Excluded">Those who were meant but may not act, with the reason.</param>
/// <param name="MustClaim">Whether somebody has to sign for the task first.</param>
public sealed record AssigneeResult(ImmutableArray<AssignedPerson> People, ImmutableArray<AssignedPerson> Excluded, bool MustClaim)
{
    /// <summary>The one person responsible from the start, or null when somebody has to claim the task.</summary>
    public AssignedPerson? Assignee => People.Length == 1 && !MustClaim ? People[0] : null;
}

/// <summary>A person with the reason why the task is, or is not, theirs.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="UnitId">The unit for which they act; null when it does not matter.</param>
/// <param name="Reason">A sentence to that person: 因您是城关镇综治中心主任.</param>
public sealed record AssignedPerson(Guid PersonId, Guid? UnitId, string Reason);
