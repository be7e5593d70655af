using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Kernel.Execution;
using Platform.Runtime.Definitions;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Instances;

/// <summary>Finds who waits for a message or a signal. A message has exactly one receiver, a signal all of them (BPMN 2.0.2 §10.5.5).</summary>
/// <param name="database">The database.</param>
/// <param name="store">Answers of earlier commands.</param>
/// <param name="graphs">Compiled versions.</param>
/// <param name="runner">Carries out steps.</param>
/// <param name="clock">The platform's clock.</param>
public sealed class MessageRouter(PlatformDatabase database, InstanceStore store, GraphCache graphs, InstanceRunner runner, TimeProvider clock)
{
    /// <summary>A receiver may leave between being found and being reached; then the next one is looked for.</summary>
    private const int MostLooks = 4;

    /// <summary>Hands a message to its receiver: a waiting instance before a process that it would start.</summary>
    /// <param name="message">The message.</param>
    /// <param name="ct">Gives up before the commit.</param>
    public async Task<Result<StepOutcome>> CorrelateAsync(CorrelateMessage message, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (await store.FindAnswerAsync(message.TenantId, message.CommandId, ct) is { } answer)
        {
            return new StepOutcome
            {
                InstanceId = answer.Instance.Id,
                Seq = answer.Seq,
                Status = answer.Instance.Status,
                CreatedTasks = [.. answer.Tasks],
                WasRepeated = true,
            };
        }

        Result<StepOutcome>? refused = null;
        for (int look = 0; look < MostLooks; look++)
        {
            List<SubscriptionRow> waiting = await FindAsync(message.TenantId, AwaitedKind.Message, message.Name, ct);
            SubscriptionRow[] instances = [.. waiting.Where(s => !s.IsStart && s.CorrelationKey == message.CorrelationKey)];
            SubscriptionRow[] receivers = instances.Length > 0 ? instances : [.. waiting.Where(s => s.IsStart)];
            if (receivers.Length != 1)
            {
                return refused ?? (receivers.Length == 0
                    ? new Problem("message.no-receiver", $"没有流程在等待消息“{message.Name}”。")
                    : new Problem("message.ambiguous", $"有 {receivers.Length} 件事同时在等待消息“{message.Name}”，无法确定交给哪一件。"));
            }

            refused = receivers[0].IsStart ? await StartAsync(receivers[0], message, ct) : await DeliverAsync(receivers[0], message, ct);
            if (refused.Problem is not { Code: "subscription.gone" or "instance.ended" })
            {
                return refused;
            }
        }

        return refused!;
    }

    /// <summary>Sends a signal to everything that waits for it, each in a step of its own.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="ct">Gives up between two receivers.</param>
    /// <returns>How many received it, those of an earlier attempt included.</returns>
    public async Task<int> BroadcastAsync(BroadcastSignal signal, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(signal);
        int received = 0;
        foreach (SubscriptionRow receiver in await FindAsync(signal.TenantId, AwaitedKind.Signal, signal.Name, ct))
        {
            Guid commandId = CommandIds.Derive(signal.CommandId, receiver.OwnerId, receiver.SubscriptionId);
            Result<StepOutcome> step = receiver.IsStart
                ? await StartAsync(receiver, signal, commandId, ct)
                : await runner.RunAsync(
                    new InstanceCommand
                    {
                        TenantId = signal.TenantId,
                        InstanceId = receiver.OwnerId,
                        CommandId = commandId,
                        Actor = signal.Actor,
                        Trigger = new Trigger.DeliverSignal { SubscriptionId = receiver.SubscriptionId, Variables = signal.Variables },
                    },
                    ct);
            received += step.IsSuccess ? 1 : 0;
        }

        return received;
    }

    private async Task<List<SubscriptionRow>> FindAsync(string tenantId, AwaitedKind kind, string name, CancellationToken ct)
    {
        await using PlatformDb db = database.CreateDbContext();
        return await db.Subscriptions
            .Where(s => s.TenantId == tenantId && s.Kind == kind && s.Name == name)
            .OrderBy(s => s.OwnerId).ThenBy(s => s.SubscriptionId)
            .ToListAsync(ct);
    }

    private Task<Result<StepOutcome>> DeliverAsync(SubscriptionRow receiver, CorrelateMessage message, CancellationToken ct) => runner.RunAsync(
        new InstanceCommand
        {
            TenantId = message.TenantId,
            InstanceId = receiver.OwnerId,
            CommandId = message.CommandId,
            Actor = message.Actor,
            Trigger = new Trigger.DeliverMessage { SubscriptionId = receiver.SubscriptionId, Variables = message.Variables },
            Additions = message.JobId is { } job ? new StepAdditions { ConsumedJobId = job } : null,
        },
        ct);

    private async Task<Result<StepOutcome>> StartAsync(SubscriptionRow receiver, CorrelateMessage message, CancellationToken ct)
    {
        DeployedProcess process = await graphs.GetAsync(message.TenantId, receiver.OwnerId, ct);
        return await runner.StartAsync(
            process,
            new StartInstance
            {
                TenantId = message.TenantId,
                ProcessKey = process.Key,
                CommandId = message.CommandId,
                Actor = message.Actor,
                Additions = message.JobId is { } job ? new StepAdditions { ConsumedJobId = job } : null,
            },
            new Trigger.StartProcess { StartElementId = receiver.ElementId, MessageName = message.Name, Variables = message.Variables },
            null,
            ct);
    }

    private async Task<Result<StepOutcome>> StartAsync(SubscriptionRow receiver, BroadcastSignal signal, Guid commandId, CancellationToken ct)
    {
        DeployedProcess process = await graphs.GetAsync(signal.TenantId, receiver.OwnerId, ct);
        return await runner.StartAsync(
            process,
            new StartInstance
            {
                TenantId = signal.TenantId,
                ProcessKey = process.Key,
                CommandId = commandId,
                Actor = signal.Actor,
                InstanceId = Guid.CreateVersion7(clock.GetUtcNow()),
            },
            new Trigger.StartProcess { StartElementId = receiver.ElementId, SignalName = signal.Name, Variables = signal.Variables },
            null,
            ct);
    }
}
