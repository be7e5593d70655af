using Platform.Kernel;
using Platform.Runtime.Access;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Instances;

/// <summary>
/// What operators order of instances, beside the people who work on them: start one, let one rest, call one back, end one. Every order needs the
/// right to operate and a reason, and is kept in the audit in the transaction of its step.
/// </summary>
/// <remarks>An operator learns nothing of what an instance is about: the answers carry state and numbers only.</remarks>
public sealed class InstanceOperations(InstanceService instances, InstanceRest rest, TimeProvider clock)
{
    /// <summary>Action of an operator who started an instance.</summary>
    public const string Started = "instance.started";

    /// <summary>Action of an operator who let an instance rest.</summary>
    public const string Suspended = "instance.suspended";

    /// <summary>Action of an operator who let an instance go on.</summary>
    public const string Resumed = "instance.resumed";

    /// <summary>Action of an operator who called an instance back.</summary>
    public const string Cancelled = "instance.cancelled";

    /// <summary>Action of an operator who ended an instance.</summary>
    public const string Terminated = "instance.terminated";

    private const int LongestReason = 400;

    /// <summary>Starts a process by hand.</summary>
    /// <param name="viewer">The operator.</param>
    /// <param name="order">The order; its actor is replaced by the operator.</param>
    /// <param name="reason">Why, 1 to 400 characters.</param>
    /// <param name="ct">Gives up before the commit.</param>
    /// <returns>The first step; or <c>operation.not-allowed</c>, <c>operation.reason</c>, <c>definition.not-found</c>, <c>instance.exists</c>, or the kernel's refusal.</returns>
    public async Task<Result<StepOutcome>> StartAsync(Viewer viewer, StartInstance order, string reason, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (Fault(viewer, reason) is { } fault)
        {
            return fault;
        }

        var id = order.InstanceId ?? Guid.CreateVersion7(clock.GetUtcNow());
        return await instances.StartAsync(
            order with
            {
                TenantId = viewer.TenantId,
                InstanceId = id,
                Actor = Actor.Person(viewer.PersonId!.Value),
                Additions = Recorded(viewer, Started, id, reason),
            },
            ct);
    }

    /// <summary>Calls an instance back: it ends as if its starter had withdrawn it.</summary>
    /// <param name="viewer">The operator.</param>
    /// <param name="instanceId">The instance.</param>
    /// <param name="reason">Why, 1 to 400 characters.</param>
    /// <param name="commandId">Names this order; repeating it gives the first answer.</param>
    /// <param name="ct">Gives up before the commit.</param>
    /// <returns>The last step; or <c>operation.not-allowed</c>, <c>operation.reason</c>, <c>instance.not-found</c>, or that it is over already.</returns>
    public async Task<Result<StepOutcome>> CancelAsync(Viewer viewer, Guid instanceId, string reason, Guid commandId, CancellationToken ct) =>
        Fault(viewer, reason) is { } fault ? fault : await instances.CancelAsync(End(viewer, Cancelled, instanceId, reason, commandId), ct);

    /// <summary>Ends an instance that must not go on.</summary>
    /// <param name="viewer">The operator.</param>
    /// <param name="instanceId">The instance.</param>
    /// <param name="reason">Why, 1 to 400 characters.</param>
    /// <param name="commandId">Names this order; repeating it gives the first answer.</param>
    /// <param name="ct">Gives up before the commit.</param>
    /// <returns>The last step; or <c>operation.not-allowed</c>, <c>operation.reason</c>, <c>instance.not-found</c>, or that it is over already.</returns>
    public async Task<Result<StepOutcome>> TerminateAsync(Viewer viewer, Guid instanceId, string reason, Guid commandId, CancellationToken ct) =>
        Fault(viewer, reason) is { } fault ? fault : await instances.TerminateAsync(End(viewer, Terminated, instanceId, reason, commandId), ct);

    /// <summary>Lets an instance rest: nobody completes its tasks, its timers and jobs wait. The clocks of its tasks run on, for a rest is no lawful pause.</summary>
    /// <param name="viewer">The operator.</param>
    /// <param name="instanceId">The instance.</param>
    /// <param name="reason">Why, 1 to 400 characters.</param>
    /// <param name="commandId">Names this order; repeating it gives the first answer.</param>
    /// <param name="ct">Gives up before the commit.</param>
    /// <returns>The step; or <c>operation.not-allowed</c>, <c>operation.reason</c>, <c>instance.not-found</c>, <c>instance.suspended</c>, <c>instance.ended</c>.</returns>
    public async Task<Result<StepOutcome>> SuspendAsync(Viewer viewer, Guid instanceId, string reason, Guid commandId, CancellationToken ct) =>
        Fault(viewer, reason) is { } fault ? fault : await rest.BeginAsync(End(viewer, Suspended, instanceId, reason, commandId), ct);

    /// <summary>Lets an instance go on where it rested; what fell due meanwhile is done now.</summary>
    /// <param name="viewer">The operator.</param>
    /// <param name="instanceId">The instance.</param>
    /// <param name="reason">Why, 1 to 400 characters.</param>
    /// <param name="commandId">Names this order; repeating it gives the first answer.</param>
    /// <param name="ct">Gives up before the commit.</param>
    /// <returns>The step; or <c>operation.not-allowed</c>, <c>operation.reason</c>, <c>instance.not-found</c>, <c>instance.not-suspended</c>.</returns>
    public async Task<Result<StepOutcome>> ResumeAsync(Viewer viewer, Guid instanceId, string reason, Guid commandId, CancellationToken ct) =>
        Fault(viewer, reason) is { } fault ? fault : await rest.EndAsync(End(viewer, Resumed, instanceId, reason, commandId), ct);

    private static Problem? Fault(Viewer viewer, string reason)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (viewer.PersonId is null || !viewer.Has(ViewerRights.Operate))
        {
            return new Problem("operation.not-allowed", "您没有运维权限，不能这样操作。");
        }

        return string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason
            ? new Problem("operation.reason", $"请写明原因，最多 {LongestReason} 个字。")
            : null;
    }

    private EndInstance End(Viewer viewer, string action, Guid instanceId, string reason, Guid commandId) => new()
    {
        TenantId = viewer.TenantId,
        InstanceId = instanceId,
        Reason = reason,
        CommandId = commandId,
        Actor = Actor.Person(viewer.PersonId!.Value),
        Additions = Recorded(viewer, action, instanceId, reason),
    };

    private StepAdditions Recorded(Viewer viewer, string action, Guid instanceId, string reason) => new()
    {
        Enlisted = (db, _) =>
        {
            var now = clock.GetUtcNow();
            db.Audit.Add(new AuditRow
            {
                TenantId = viewer.TenantId,
                Id = Guid.CreateVersion7(now),
                At = now,
                PersonId = viewer.PersonId,
                Action = action,
                SubjectKind = "instance",
                SubjectId = instanceId,
                Detail = reason,
            });
            return Task.CompletedTask;
        },
    };
}
