using Platform.Kernel;
using Platform.Kernel.Execution;
using Platform.Runtime.Definitions;

namespace Platform.Runtime.Instances;

/// <summary>What people, systems and the domain may order of instances.</summary>
/// <param name="runner">Carries out steps.</param>
/// <param name="graphs">Compiled versions.</param>
/// <param name="router">Finds receivers.</param>
/// <param name="incidents">Stuck tokens.</param>
public sealed class InstanceService(InstanceRunner runner, GraphCache graphs, MessageRouter router, IncidentService incidents)
{
    /// <summary>Starts a process.</summary>
    /// <param name="order">The order.</param>
    /// <param name="ct">Gives up before the commit.</param>
    /// <returns>The first step; or <c>definition.not-found</c>, <c>instance.exists</c>, or the kernel's refusal.</returns>
    public async Task<Result<StepOutcome>> StartAsync(StartInstance order, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(order);
        DeployedProcess? process = order.Version is { } version
            ? await graphs.VersionAsync(order.TenantId, order.ProcessKey, version, ct)
            : await graphs.LatestAsync(order.TenantId, order.ProcessKey, ct);
        return process is null
            ? new Problem("definition.not-found", $"没有可以启动的流程“{order.ProcessKey}”。")
            : await runner.StartAsync(process, order, new Trigger.StartProcess { StartElementId = order.StartElementId, Variables = order.Variables }, null, ct);
    }

    /// <summary>Ends an instance as called back by who started it.</summary>
    /// <param name="order">The order.</param>
    /// <param name="ct">Gives up before the commit.</param>
    public Task<Result<StepOutcome>> CancelAsync(EndInstance order, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(order);
        return runner.RunAsync(CommandOf(order, new Trigger.CancelInstance { Reason = order.Reason }), ct);
    }

    /// <summary>Ends an instance by order of its owner.</summary>
    /// <param name="order">The order.</param>
    /// <param name="ct">Gives up before the commit.</param>
    public Task<Result<StepOutcome>> TerminateAsync(EndInstance order, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(order);
        return runner.RunAsync(CommandOf(order, new Trigger.TerminateInstance { Reason = order.Reason }), ct);
    }

    /// <summary>Sets variables from outside.</summary>
    /// <param name="order">The order.</param>
    /// <param name="ct">Gives up before the commit.</param>
    public Task<Result<StepOutcome>> SetVariablesAsync(SetVariables order, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(order);
        return runner.RunAsync(
            new InstanceCommand
            {
                TenantId = order.TenantId,
                InstanceId = order.InstanceId,
                CommandId = order.CommandId,
                Actor = order.Actor,
                Trigger = new Trigger.SetVariables { ScopeTokenId = order.ScopeTokenId, Variables = order.Variables },
                Additions = order.Additions,
            },
            ct);
    }

    /// <summary>Hands a message to its one receiver.</summary>
    /// <param name="order">The message.</param>
    /// <param name="ct">Gives up before the commit.</param>
    /// <returns>The receiver's step; or <c>message.no-receiver</c>, <c>message.ambiguous</c>.</returns>
    public Task<Result<StepOutcome>> CorrelateMessageAsync(CorrelateMessage order, CancellationToken ct) => router.CorrelateAsync(order, ct);

    /// <summary>Sends a signal to everything that waits for it.</summary>
    /// <param name="order">The signal.</param>
    /// <param name="ct">Gives up between two receivers; repeating the order goes on.</param>
    /// <returns>How many received it.</returns>
    public Task<int> BroadcastSignalAsync(BroadcastSignal order, CancellationToken ct) => router.BroadcastAsync(order, ct);

    /// <summary>Tries again where a token got stuck.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="incidentId">The incident.</param>
    /// <param name="commandId">Id chosen by the caller.</param>
    /// <param name="actor">Who orders it.</param>
    /// <param name="ct">Gives up before the commit.</param>
    /// <returns>The step; or <c>incident.not-found</c>, <c>incident.resolved</c>.</returns>
    public Task<Result<StepOutcome>> RetryIncidentAsync(string tenantId, Guid incidentId, Guid commandId, Actor actor, CancellationToken ct) =>
        incidents.RetryAsync(tenantId, incidentId, commandId, actor, ct);

    private static InstanceCommand CommandOf(EndInstance order, Trigger trigger) => new()
    {
        TenantId = order.TenantId,
        InstanceId = order.InstanceId,
        CommandId = order.CommandId,
        Actor = order.Actor,
        Trigger = trigger,
        ReachesSuspended = true,
        Additions = order.Additions,
    };
}
