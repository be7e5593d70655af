using Microsoft.EntityFrameworkCore;
using Platform.Runtime.Access;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Deadlines;

/// <summary>What a batch of due deadlines needs to know of its tasks and instances, read in four queries however large the batch is.</summary>
internal sealed class DueMatters
{
    private readonly Dictionary<Guid, TaskRow> tasks;
    private readonly ILookup<Guid, Guid> candidates;
    private readonly Dictionary<Guid, MatterHeader> instances;
    private readonly ILookup<Guid, AccessExclusionRow> exclusions;
    private readonly HashSet<(Guid Instance, Guid Person)> participants;

    private DueMatters(
        List<TaskRow> tasks,
        List<TaskCandidateRow> candidates,
        List<MatterHeader> instances,
        List<AccessExclusionRow> exclusions,
        List<ParticipantRow> participants)
    {
        this.tasks = tasks.ToDictionary(t => t.Id);
        this.candidates = candidates.ToLookup(c => c.TaskId, c => c.PersonId);
        this.instances = instances.ToDictionary(i => i.Id);
        this.exclusions = exclusions.ToLookup(e => e.InstanceId);
        this.participants = [.. participants.Select(p => (p.InstanceId, p.PersonId))];
    }

    public static async Task<DueMatters> LoadAsync(PlatformDb db, string tenantId, IReadOnlyList<DeadlineRow> due, CancellationToken ct)
    {
        var taskIds = due.Select(d => d.TaskId).OfType<Guid>().Distinct().ToArray();
        var instanceIds = due.Select(d => d.InstanceId).Distinct().ToArray();
        return new DueMatters(
            await Visibility.AllTasks(db, tenantId).AsNoTracking().Where(t => taskIds.Contains(t.Id)).ToListAsync(ct),
            await db.TaskCandidates.AsNoTracking().Where(c => c.TenantId == tenantId && c.IsOpen && taskIds.Contains(c.TaskId)).ToListAsync(ct),
            await Visibility.AllInstances(db, tenantId).AsNoTracking().Where(i => instanceIds.Contains(i.Id))
                .Select(i => new MatterHeader(i.Id, i.BusinessKey, i.Scope, i.OwnerUnitId)).ToListAsync(ct),
            await db.AccessExclusions.AsNoTracking().Where(e => e.TenantId == tenantId && instanceIds.Contains(e.InstanceId)).ToListAsync(ct),
            await db.Participants.AsNoTracking().Where(p => p.TenantId == tenantId && instanceIds.Contains(p.InstanceId)).ToListAsync(ct));
    }

    public TaskRow? TaskOf(DeadlineRow deadline) => deadline.TaskId is { } id ? tasks.GetValueOrDefault(id) : null;

    public MatterHeader? MatterOf(DeadlineRow deadline) => instances.GetValueOrDefault(deadline.InstanceId);

    public IEnumerable<Guid> HoldersOf(DeadlineRow deadline) => TaskOf(deadline) switch
    {
        null => [],
        { AssigneeId: { } assignee } => [assignee],
        var task => candidates[task.Id],
    };

    public IEnumerable<AccessExclusionRow> ExclusionsOf(DeadlineRow deadline) => exclusions[deadline.InstanceId];

    public bool TakesPart(Guid instance, Guid person) => participants.Contains((instance, person));

    /// <summary>Remembers a participant that this batch adds, so that it is added once.</summary>
    public bool AddParticipant(Guid instance, Guid person) => participants.Add((instance, person));
}

/// <summary>The head of a matter.</summary>
internal sealed record MatterHeader(Guid Id, string? BusinessKey, InformationScope Scope, Guid? OwnerUnitId);
