using Platform.Kernel;
using Platform.Kernel.Execution;
using Platform.Kernel.Graph;
using Platform.Runtime.Definitions;
using Platform.Runtime.Instances.Steps;
using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Payloads;
using Platform.Runtime.Scheduling;

namespace Platform.Runtime.Instances.Jobs;

/// <summary>Runs activities that have effects outside the database, after the commit that ordered them; their result is a step that also removes the job.</summary>
internal sealed class ActivityJobHandler(InstanceStore store, GraphCache graphs, InstanceRunner runner, IActivityRunner activities, TimeProvider clock) : IJobHandler
{
    public string Kind => ActivityJobs.Kind;

    public async Task<JobOutcome> RunAsync(JobRow job, CancellationToken ct)
    {
        if (await store.LoadAsync(job.TenantId, job.InstanceId!.Value, null, ct) is not { } loaded)
        {
            return new JobOutcome.Done();
        }

        DeployedProcess process = await graphs.GetAsync(job.TenantId, loaded.Instance.DefinitionId, ct);
        InstanceState state = KernelJson.ReadState(loaded.Instance.State, process.Key);
        long tokenId = job.TokenId!.Value;
        if (state.FindToken(tokenId) is not { Status: TokenStatus.Work })
        {
            // Cancelled, or answered in another way, since it was ordered.
            return new JobOutcome.Done();
        }

        Node node = process.Graph.FindNode(job.ElementId!)!;
        ActivityOrder order = ActivityJobs.OrderOf(loaded.Instance, process, state, node, tokenId, clock.GetUtcNow(), Actor.System);
        ActivityResult result = await activities.RunAsync(order, ct);
        if (result is ActivityResult.Failed failed)
        {
            return new JobOutcome.Retry(failed.Problem);
        }

        return ActivityJobs.TriggerFor(result, tokenId) is { } trigger
            ? await AnswerAsync(job, trigger, job.Id, result.Enlisted, ct)
            : await WaitAsync(result, ct);
    }

    public async Task<bool> GiveUpAsync(JobRow job, Problem problem, CancellationToken ct)
    {
        var trigger = new Trigger.FailWork { TokenId = job.TokenId!.Value, Problem = problem };
        return await AnswerAsync(job, trigger, CommandIds.Derive(job.Id, Guid.Empty, job.Attempts), null, ct) is JobOutcome.Consumed;
    }

    private async Task<JobOutcome> AnswerAsync(
        JobRow job, Trigger trigger, Guid commandId, Func<PlatformDb, CancellationToken, Task>? enlisted, CancellationToken ct)
    {
        Result<StepOutcome> step = await runner.RunAsync(
            new InstanceCommand
            {
                TenantId = job.TenantId,
                InstanceId = job.InstanceId!.Value,
                CommandId = commandId,
                Actor = Actor.System,
                Trigger = trigger,
                Additions = new StepAdditions { Enlisted = enlisted, ConsumedJobId = job.Id },
            },
            ct);
        return step.Problem switch
        {
            null => new JobOutcome.Consumed(),
            { } passing when InstanceProblems.IsPassing(passing) => new JobOutcome.Retry(passing),
            _ => new JobOutcome.Done(),
        };
    }

    private async Task<JobOutcome> WaitAsync(ActivityResult result, CancellationToken ct)
    {
        if (result.Enlisted is { } enlisted)
        {
            await store.WriteAsync(enlisted, ct);
        }

        return new JobOutcome.Done();
    }
}
