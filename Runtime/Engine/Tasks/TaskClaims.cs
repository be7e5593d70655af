using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Runtime.Access;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Tasks;

/// <summary>Signs tasks for people and gives them back: one transaction each, no step of the process.</summary>
public sealed class TaskClaims(PlatformDatabase database, TimeProvider clock)
{
    internal Task<Result<long>> ClaimAsync(ClaimTask command, Viewer viewer, CancellationToken ct) => ChangeAsync(
        command,
        viewer,
        Claimable,
        (task, owner, now) => task.AssigneeId switch
        {
            { } assignee when assignee == owner => task.RowVersion,
            { } => new Problem("task.already-claimed", $"“{task.Title}”已由他人签收。"),
            _ => Assign(task, owner, now),
        },
        ct);

    internal Task<Result<long>> ReleaseAsync(ClaimTask command, Viewer viewer, CancellationToken ct) => ChangeAsync(
        command,
        viewer,
        (facts, _) => facts,
        (task, _, _) => task.ClaimedAt is null
            ? new Problem("task.not-claimed", $"“{task.Title}”没有签收，无需退签。")
            : Assign(task, null, null),
        ct);

    private Task<Result<long>> ChangeAsync(
        ClaimTask command,
        Viewer viewer,
        Func<TaskFacts, TaskRow, TaskFacts> eligible,
        Func<TaskRow, Guid, DateTimeOffset, Result<long>> change,
        CancellationToken ct) => database.WriteAsync<Result<long>>(
            async (db, token) =>
            {
                var task = await Visibility.AllTasks(db, command.TenantId).AsTracking().SingleOrDefaultAsync(t => t.Id == command.TaskId, token);
                var facts = task is null ? null : await FactsAsync(db, task, token);
                if (task is null || facts is null)
                {
                    return TaskAccess.NotFound;
                }

                var acting = TaskAccess.MayAct(eligible(facts, task), viewer, command.OnBehalfOf);
                if (acting.Problem is { } refused)
                {
                    return refused;
                }

                if (task.Status != UserTaskStatus.Open)
                {
                    return new Problem("task.not-open", $"“{task.Title}”已经办结或目前不能办理。");
                }

                var before = task.AssigneeId;
                var result = change(task, acting.Value.OnBehalfOf ?? command.By, clock.GetUtcNow());
                if (result.IsSuccess && before != task.AssigneeId)
                {
                    await db.TaskCandidates.Where(c => c.TenantId == task.TenantId && c.TaskId == task.Id)
                        .ExecuteUpdateAsync(set => set.SetProperty(c => c.IsOpen, task.AssigneeId == null), token);
                }

                return result;
            },
            ct);

    /// <summary>One of the candidates learns that a colleague was faster, instead of that the task is not theirs.</summary>
    private static TaskFacts Claimable(TaskFacts facts, TaskRow task) =>
        task.AssigneeId is not null && facts.CandidateIds.Count > 0 ? facts with { AssigneeId = null, CandidateIds = [.. facts.CandidateIds, task.AssigneeId.Value] } : facts;

    private static Result<long> Assign(TaskRow task, Guid? owner, DateTimeOffset? at)
    {
        task.AssigneeId = owner;
        task.ClaimedAt = at;
        return ++task.RowVersion;
    }

    private static async Task<TaskFacts?> FactsAsync(PlatformDb db, TaskRow task, CancellationToken ct)
    {
        var instance = await Visibility.AllInstances(db, task.TenantId).Where(i => i.Id == task.InstanceId)
            .Select(i => new { i.ProcessKey, i.Scope }).SingleOrDefaultAsync(ct);
        return instance is null ? null : new TaskFacts
        {
            ProcessKey = instance.ProcessKey,
            Scope = instance.Scope,
            AssigneeId = task.AssigneeId,
            CandidateIds = await db.TaskCandidates.Where(c => c.TenantId == task.TenantId && c.TaskId == task.Id).Select(c => c.PersonId).ToListAsync(ct),
            Exclusions = await db.AccessExclusions.Where(e => e.TenantId == task.TenantId && e.InstanceId == task.InstanceId).ToListAsync(ct),
        };
    }
}
