namespace Platform.Runtime.Persistence;

/// <summary>What one round trip brings for a step.</summary>
/// <param name="Instance">The instance.</param>
/// <param name="Task">The task asked for; null when none was.</param>
/// <param name="Candidates">Its candidates.</param>
/// <param name="Exclusions">Who must not know of the instance.</param>
internal sealed record LoadedInstance(
    InstanceRow Instance, TaskRow? Task, IReadOnlyList<TaskCandidateRow> Candidates, IReadOnlyList<AccessExclusionRow> Exclusions);
