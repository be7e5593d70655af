using Platform.Governance;
using Platform.Host.Setup;
using Platform.Kernel;
using Platform.Runtime.Access;
using Platform.Runtime.History;
using Platform.Runtime.Instances;

namespace Platform.Host.Api;

/// <summary>Running processes: an operator's lists, and what happened in a matter that the caller may see.</summary>
public static class InstancesApi
{
    private const int MostPerPage = 200;
    private const int ShortestReason = 4;
    private const int LongestReason = 500;

    /// <summary>Maps <c>/instances</c>, <c>/jobs</c> and <c>/incidents</c>.</summary>
    /// <param name="api">The API's root.</param>
    public static void MapInstances(this IEndpointRouteBuilder api)
    {
        var operations = api.MapGroup("/").WithTags("Operations").RequireAuthorization(Policies.Operator);
        operations.MapGet("/instances", InstancesAsync).WithSummary("Instances without content, newest first; hand back the last id as `after`.");
        operations.MapPost("/instances", StartAsync).WithSummary("Starts a process that carries no case; the same commandId again gives the first answer.");
        operations.MapPost("/instances/{instanceId:guid}/end", EndAsync).WithSummary("Ends an instance before its time; the reason stays on record.");
        operations.MapGet("/jobs", JobsAsync).WithSummary("Stored work that is not done.");
        operations.MapGet("/incidents", IncidentsAsync).WithSummary("Incidents that are not resolved.");
        api.MapGet("/instances/{instanceId:guid}/timeline", TimelineAsync).WithTags("Cases").RequireAuthorization(Policies.Official)
            .WithSummary("What happened in a matter, oldest first.");
    }

    private static async Task<IReadOnlyList<OperationsItem>> InstancesAsync(
        ApiCaller caller, OperationsQuery operations, Guid? after, int? take, CancellationToken ct) =>
        await operations.InstancesAsync(await caller.ViewerAsync(ct), after, Most(take), ct);

    private static async Task<IReadOnlyList<JobItem>> JobsAsync(ApiCaller caller, OperationsQuery operations, int? take, CancellationToken ct) =>
        await operations.JobsAsync(await caller.ViewerAsync(ct), Most(take), ct);

    private static async Task<IReadOnlyList<IncidentItem>> IncidentsAsync(ApiCaller caller, OperationsQuery operations, int? take, CancellationToken ct) =>
        await operations.IncidentsAsync(await caller.ViewerAsync(ct), Most(take), ct);

    private static async Task<IResult> StartAsync(StartBody body, ApiCaller caller, InstanceService instances, GovernanceOptions governance, CancellationToken ct)
    {
        if (body.ProcessKey == governance.ProcessKey)
        {
            return ProblemResponse.From(new Problem("instance.needs-case", "件的流程由登记来件启动，请从登记来件办理。"));
        }

        var started = await instances.StartAsync(
            new StartInstance
            {
                TenantId = caller.Person.TenantId,
                ProcessKey = body.ProcessKey,
                Version = body.Version,
                BusinessKey = body.BusinessKey,
                CommandId = body.CommandId,
                Actor = Actor.Person(caller.Person.PersonId),
                Variables = FeelJson.Read(body.Variables),
            },
            ct);
        return started.Match<IResult>(step => TypedResults.Ok(Answer(step)), ProblemResponse.From);
    }

    private static async Task<IResult> EndAsync(
        Guid instanceId, EndBody body, ApiCaller caller, InstanceService instances, AuditLog audit, CancellationToken ct)
    {
        if (body.Reason.Trim().Length is < ShortestReason or > LongestReason)
        {
            return ProblemResponse.From(new Problem("instance.reason", "请写明终止的原因，4 到 500 个字。"));
        }

        var ended = await instances.TerminateAsync(
            new EndInstance
            {
                TenantId = caller.Person.TenantId,
                InstanceId = instanceId,
                CommandId = body.CommandId,
                Actor = Actor.Person(caller.Person.PersonId),
                Reason = body.Reason.Trim(),
            },
            ct);
        if (ended is { IsSuccess: true, Value.WasRepeated: false })
        {
            await audit.RecordAsync(caller.Person.TenantId, caller.Person.PersonId, "instance.end", "instance", instanceId, body.Reason.Trim(), CancellationToken.None);
        }
        return ended.Match<IResult>(step => TypedResults.Ok(Answer(step)), ProblemResponse.From);
    }

    private static InstanceAnswer Answer(StepOutcome step) => new(step.InstanceId, step.Status.ToString());

    private static async Task<IResult> TimelineAsync(Guid instanceId, ApiCaller caller, Timeline timeline, CancellationToken ct)
    {
        var entries = await timeline.GetAsync(await caller.ViewerAsync(ct), instanceId, ct);
        return entries is not null ? TypedResults.Ok(entries) : ProblemResponse.From(new Problem("case.not-found", "没有找到这件来件。"));
    }

    private static int Most(int? take) => Math.Clamp(take ?? 50, 1, MostPerPage);
}
