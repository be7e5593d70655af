using Platform.Kernel;
using Platform.Runtime.Access;
using Platform.Runtime.Instances;

namespace Platform.Runtime.Tasks;

/// <summary>
/// What people do to tasks. Whoever may not know of a task gets the same answer as for one that does not exist; every
/// refusal changes nothing.
/// </summary>
public sealed class TaskService(InstanceRunner runner, TaskClaims claims, Viewers viewers, TaskCompleter completer)
{
    /// <summary>Signs for a task (签收). Signing twice gives the same answer.</summary>
    /// <param name="command">The order.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The task's new version, or <c>task.not-found</c>, <c>task.not-allowed</c>, <c>task.already-claimed</c>, <c>task.not-open</c>.</returns>
    public async Task<Result<long>> ClaimAsync(ClaimTask command, CancellationToken ct) =>
        await claims.ClaimAsync(command, await viewers.ForPersonAsync(command.TenantId, command.By, ct), ct);

    /// <summary>Gives a task back to those who may sign for it (退签).</summary>
    /// <param name="command">The order.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The task's new version, or <c>task.not-found</c>, <c>task.not-allowed</c>, <c>task.not-claimed</c>, <c>task.not-open</c>.</returns>
    public async Task<Result<long>> ReleaseAsync(ClaimTask command, CancellationToken ct) =>
        await claims.ReleaseAsync(command, await viewers.ForPersonAsync(command.TenantId, command.By, ct), ct);

    /// <summary>Completes a task (办结): checks, resumes the process, saves everything in one transaction.</summary>
    /// <param name="command">The order; repeated with the same command id it gives the first answer again.</param>
    /// <param name="ct">Gives up; a commit under way is not undone.</param>
    /// <returns>
    /// What followed, or <c>task.not-found</c>, <c>task.not-allowed</c>, <c>task.principal-ambiguous</c>, <c>task.already-completed</c>,
    /// <c>task.closed</c>, <c>task.not-open</c>, <c>task.stale</c>, <c>task.unknown-outcome</c>, <c>task.opinion-required</c>,
    /// <c>task.opinion-too-long</c>, <c>form.invalid</c> with one detail per field, or a refusal of the activity or process.
    /// </returns>
    public async Task<Result<TaskCompleted>> CompleteAsync(CompleteTask command, CancellationToken ct)
    {
        var viewer = await viewers.ForPersonAsync(command.TenantId, command.By, ct);
        var outcome = await runner.RunAsync(
            new InstanceCommand
            {
                TenantId = command.TenantId,
                InstanceId = Guid.Empty,
                TaskId = command.TaskId,
                CommandId = command.CommandId,
                Actor = Actor.Person(command.By, command.OnBehalfOf),
                Decide = (facts, token) => completer.DecideAsync(command, viewer, facts, token),
            },
            ct);
        return outcome.Map(step => new TaskCompleted(
            command.TaskId,
            step.InstanceId,
            [.. step.CreatedTasks.Select(t => new NextTask(t.Id, t.ElementId, t.Title, t.AssigneeId))],
            step.Status));
    }
}
