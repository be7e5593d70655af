using System.Globalization;
using Platform.Kernel;
using Platform.Kernel.Execution;
using Platform.Kernel.Graph;
using Platform.Runtime.Definitions;
using Platform.Runtime.Instances.Steps;
using Platform.Runtime.Persistence;
using Platform.Runtime.Scheduling;

namespace Platform.Runtime.Instances.Jobs;

/// <summary>What instances do to one another: call, end, answer, escalate, send. Every action removes its job in its own transaction.</summary>
internal sealed class InstanceLinks(InstanceStore store, GraphCache graphs, InstanceRunner runner, MessageRouter router)
{
    /// <summary>One handler per kind of job.</summary>
    internal IEnumerable<IJobHandler> Handlers =>
    [
        new InstanceJobHandler(InstanceJobs.StartChild, StartChildAsync),
        new InstanceJobHandler(InstanceJobs.CancelChild, CancelChildAsync),
        new InstanceJobHandler(InstanceJobs.ChildEnded, ChildEndedAsync),
        new InstanceJobHandler(InstanceJobs.Escalate, EscalateAsync),
        new InstanceJobHandler(InstanceJobs.Message, SendMessageAsync),
        new InstanceJobHandler(InstanceJobs.Signal, SendSignalAsync),
    ];

    private async Task<JobOutcome> StartChildAsync(JobRow job, CancellationToken ct)
    {
        (string? called, _, var variables) = InstanceJobs.Read(job);
        LoadedInstance? parent = await store.LoadAsync(job.TenantId, job.InstanceId!.Value, null, ct);
        if (parent is null)
        {
            return new JobOutcome.Done();
        }

        DeployedProcess? process = await FindCalledAsync(parent.Instance, job, called!, ct);
        if (process is null)
        {
            var problem = new Problem("call.not-found", $"找不到被调用的流程“{called}”。");
            return await StepAsync(job, new Trigger.FailWork { TokenId = job.TokenId!.Value, Problem = problem }, ct);
        }

        Result<StepOutcome> step = await runner.StartAsync(
            process,
            new StartInstance
            {
                TenantId = job.TenantId,
                ProcessKey = process.Key,
                BusinessKey = parent.Instance.BusinessKey,
                InstanceId = job.Id,
                CommandId = job.Id,
                Actor = Actor.System,
                StarterId = parent.Instance.StarterId,
                Access = new InstanceAccess(
                    parent.Instance.Scope,
                    parent.Instance.OwnerUnitId,
                    [.. parent.Exclusions.Select(e => new AccessExclusion(e.SubjectKind, e.SubjectId, e.Reason))]),
                Additions = new StepAdditions { ConsumedJobId = job.Id },
            },
            new Trigger.StartProcess { Variables = variables },
            (parent.Instance.Id, job.TokenId!.Value),
            ct);
        return step.Problem is null
            ? new JobOutcome.Consumed()
            : await StepAsync(job, new Trigger.FailWork { TokenId = job.TokenId.Value, Problem = step.Problem }, ct);
    }

    private async Task<DeployedProcess?> FindCalledAsync(InstanceRow parent, JobRow job, string called, CancellationToken ct)
    {
        DeployedProcess caller = await graphs.GetAsync(job.TenantId, parent.DefinitionId, ct);
        Node node = caller.Graph.FindNode(job.ElementId!)!;
        bool isLatest = node.Element.Extensions.GovAttributes.TryGetValue("binding", out string? binding) && binding == "latest";

        // A process that was published together with its caller is called in that version, whatever came later.
        return (isLatest ? null : await graphs.SiblingAsync(job.TenantId, parent.DefinitionId, called, ct))
            ?? await graphs.LatestAsync(job.TenantId, called, ct);
    }

    private async Task<JobOutcome> CancelChildAsync(JobRow job, CancellationToken ct)
    {
        (string? parent, string? token, _) = InstanceJobs.Read(job);
        var parentId = Guid.ParseExact(parent!, "N");
        long tokenId = long.Parse(token!, CultureInfo.InvariantCulture);
        foreach (Guid child in await store.ChildrenAsync(job.TenantId, parentId, tokenId, ct))
        {
            await runner.RunAsync(
                new InstanceCommand
                {
                    TenantId = job.TenantId,
                    InstanceId = child,
                    CommandId = CommandIds.Derive(job.Id, child, 0),
                    Actor = Actor.System,
                    Trigger = new Trigger.TerminateInstance { Reason = "调用它的流程已不再需要" },
                },
                ct);
        }

        return new JobOutcome.Done();
    }

    private Task<JobOutcome> ChildEndedAsync(JobRow job, CancellationToken ct)
    {
        (string? error, string? message, var variables) = InstanceJobs.Read(job);
        return StepAsync(
            job,
            new Trigger.ChildEnded { TokenId = job.TokenId!.Value, Variables = variables, ErrorCode = error, ErrorMessage = message },
            ct);
    }

    private Task<JobOutcome> EscalateAsync(JobRow job, CancellationToken ct)
    {
        (string? code, _, var variables) = InstanceJobs.Read(job);
        return StepAsync(job, new Trigger.ThrowEscalation { TokenId = job.TokenId!.Value, Code = code!, Variables = variables }, ct);
    }

    private async Task<JobOutcome> SendMessageAsync(JobRow job, CancellationToken ct)
    {
        (string? name, string? key, var variables) = InstanceJobs.Read(job);
        Result<StepOutcome> step = await router.CorrelateAsync(
            new CorrelateMessage
            {
                TenantId = job.TenantId,
                Name = name!,
                CorrelationKey = key,
                Variables = variables,
                CommandId = job.Id,
                Actor = Actor.System,
                JobId = job.Id,
            },
            ct);
        return step.Problem is { } problem ? new JobOutcome.Retry(problem) : new JobOutcome.Consumed();
    }

    private async Task<JobOutcome> SendSignalAsync(JobRow job, CancellationToken ct)
    {
        (string? name, _, var variables) = InstanceJobs.Read(job);
        await router.BroadcastAsync(
            new BroadcastSignal { TenantId = job.TenantId, Name = name!, Variables = variables, CommandId = job.Id, Actor = Actor.System }, ct);
        return new JobOutcome.Done();
    }

    /// <summary>A refusal means that the instance no longer waits for this: then there is nothing left to do.</summary>
    private async Task<JobOutcome> StepAsync(JobRow job, Trigger trigger, CancellationToken ct)
    {
        Result<StepOutcome> step = await runner.RunAsync(
            new InstanceCommand
            {
                TenantId = job.TenantId,
                InstanceId = job.InstanceId!.Value,
                CommandId = job.Id,
                Actor = Actor.System,
                Trigger = trigger,
                Additions = new StepAdditions { ConsumedJobId = job.Id },
            },
            ct);
        return step.Problem switch
        {
            null => new JobOutcome.Consumed(),
            { } passing when InstanceProblems.IsPassing(passing) => new JobOutcome.Retry(passing),
            _ => new JobOutcome.Done(),
        };
    }
}
