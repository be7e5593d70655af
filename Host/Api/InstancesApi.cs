using Platform.Host.Setup;
using Platform.Kernel;
using Platform.Runtime.Access;
using Platform.Runtime.History;

namespace Platform.Host.Api;

/// <summary>Running processes: an operator's lists, and what happened in a matter that the caller may see.</summary>
public static class InstancesApi
{
    private const int MostPerPage = 200;

    /// <summary>Maps <c>/instances</c>, <c>/jobs</c> and <c>/incidents</c>.</summary>
    /// <param name="api">The API's root.</param>
    public static void MapInstances(this IEndpointRouteBuilder api)
    {
        var operations = api.MapGroup("/").WithTags("Operations").RequireAuthorization(Policies.Operator);
        operations.MapGet("/instances", InstancesAsync).WithSummary("Instances without content, newest first; hand back the last id as `after`.");
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

    private static async Task<IResult> TimelineAsync(Guid instanceId, ApiCaller caller, Timeline timeline, CancellationToken ct)
    {
        var entries = await timeline.GetAsync(await caller.ViewerAsync(ct), instanceId, ct);
        return entries is not null ? TypedResults.Ok(entries) : ProblemResponse.From(new Problem("case.not-found", "没有找到这件来件。"));
    }

    private static int Most(int? take) => Math.Clamp(take ?? 50, 1, MostPerPage);
}
