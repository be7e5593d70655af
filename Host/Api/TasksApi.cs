using Platform.Host.Setup;
using Platform.Kernel;
using Platform.Runtime.Tasks;

namespace Platform.Host.Api;

/// <summary>Tasks: the inbox, one task, and what people do to it.</summary>
public static class TasksApi
{
    private const int MostPerPage = 200;

    /// <summary>Maps <c>/tasks</c>.</summary>
    /// <param name="api">The API's root.</param>
    public static void MapTasks(this IEndpointRouteBuilder api)
    {
        var tasks = api.MapGroup("/tasks").WithTags("Tasks").RequireAuthorization(Policies.Official);
        tasks.MapGet("/", InboxAsync).WithSummary("The caller's inbox, most urgent first; hand back `next` as `after` for the next page.");
        tasks.MapGet("/counts", CountsAsync).WithSummary("The numbers beside the inbox.");
        tasks.MapGet("/{taskId:guid}", GetAsync).WithSummary("One task with its form, outcomes, deadlines and people.");
        tasks.MapPost("/{taskId:guid}/claim", ClaimAsync).WithSummary("Signs for a task (签收).");
        tasks.MapPost("/{taskId:guid}/release", ReleaseAsync).WithSummary("Gives a task back so that others may sign for it.");
        tasks.MapPost("/{taskId:guid}/complete", CompleteAsync).WithSummary("Completes a task; the same commandId again gives the first answer and changes nothing.");
    }

    private static async Task<Page<InboxItem>> InboxAsync(
        ApiCaller caller, TaskQuery tasks, InboxTab? tab, string? text, string? after, int? take, CancellationToken ct) =>
        await tasks.InboxAsync(
            await caller.ViewerAsync(ct),
            new InboxFilter { Tab = tab ?? InboxTab.All, Text = text },
            after,
            Math.Clamp(take ?? 20, 1, MostPerPage),
            ct);

    private static async Task<InboxCounts> CountsAsync(ApiCaller caller, TaskQuery tasks, CancellationToken ct) =>
        await tasks.CountsAsync(await caller.ViewerAsync(ct), ct);

    private static async Task<IResult> GetAsync(Guid taskId, ApiCaller caller, TaskQuery tasks, CancellationToken ct) =>
        await tasks.GetAsync(await caller.ViewerAsync(ct), taskId, ct) is { } detail
            ? TypedResults.Ok(TaskAnswer.From(detail))
            : ProblemResponse.From(new Problem("task.not-found", "没有找到这件待办。"));

    private static async Task<IResult> ClaimAsync(Guid taskId, ClaimBody? body, ApiCaller caller, TaskService service, CancellationToken ct) =>
        Answer(await service.ClaimAsync(Order(caller, taskId, body), ct), version => new VersionAnswer(version));

    private static async Task<IResult> ReleaseAsync(Guid taskId, ClaimBody? body, ApiCaller caller, TaskService service, CancellationToken ct) =>
        Answer(await service.ReleaseAsync(Order(caller, taskId, body), ct), version => new VersionAnswer(version));

    private static async Task<IResult> CompleteAsync(Guid taskId, CompleteBody body, ApiCaller caller, TaskService service, CancellationToken ct)
    {
        var command = new CompleteTask
        {
            TenantId = caller.Person.TenantId,
            TaskId = taskId,
            CommandId = body.CommandId,
            By = caller.Person.PersonId,
            OnBehalfOf = body.OnBehalfOf,
            Outcome = body.Outcome ?? "",
            Values = FeelJson.Read(body.Values),
            Opinion = body.Opinion,
            RowVersion = body.RowVersion,
        };
        return Answer(await service.CompleteAsync(command, ct), done => done);
    }

    private static ClaimTask Order(ApiCaller caller, Guid taskId, ClaimBody? body) => new()
    {
        TenantId = caller.Person.TenantId,
        TaskId = taskId,
        By = caller.Person.PersonId,
        OnBehalfOf = body?.OnBehalfOf,
    };

    private static IResult Answer<T, TAnswer>(Result<T> result, Func<T, TAnswer> shape) =>
        result.Match<IResult>(value => TypedResults.Ok(shape(value)), ProblemResponse.From);
}
