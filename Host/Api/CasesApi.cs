using Platform.Governance.Cases;
using Platform.Governance.Duplicates;
using Platform.Host.Setup;
using Platform.Kernel;

namespace Platform.Host.Api;

/// <summary>Cases (件): registration, ledgers, one case, and what a citizen sees with the query code.</summary>
public static class CasesApi
{
    private const int MostPerPage = 200;

    /// <summary>Maps <c>/cases</c> and <c>/progress</c>.</summary>
    /// <param name="api">The API's root.</param>
    public static void MapCases(this IEndpointRouteBuilder api)
    {
        var cases = api.MapGroup("/cases").WithTags("Cases").RequireAuthorization(Policies.Official);
        cases.MapGet("/", LedgerAsync).WithSummary("The ledger as far as the caller may see it, newest first.");
        cases.MapPost("/", RegisterAsync).WithSummary("Registers a matter; the same commandId again gives the first answer.");
        cases.MapPost("/duplicates", DuplicatesAsync).WithSummary("Cases that may be the same matter; nothing is stored.");
        cases.MapGet("/{caseId:guid}", GetAsync).WithSummary("One case with its books.");
        api.MapGet("/progress/{queryCode}", ProgressAsync).WithTags("Public").AllowAnonymous().RequireRateLimiting(RateLimits.Progress)
            .WithSummary("Progress by query code, without sign-in.");
    }

    private static async Task<LedgerPage> LedgerAsync(
        ApiCaller caller, CaseQuery cases, string? text, string? ledger, string? stage, bool? overdue, string? after, int? take, CancellationToken ct) =>
        await cases.LedgerAsync(
            await caller.ViewerAsync(ct),
            new LedgerFilter { Text = text, Ledger = ledger, Stage = stage, Overdue = overdue ?? false },
            after,
            Math.Clamp(take ?? 25, 1, MostPerPage),
            ct);

    private static async Task<IResult> GetAsync(Guid caseId, ApiCaller caller, CaseQuery cases, CancellationToken ct) =>
        await cases.GetAsync(await caller.ViewerAsync(ct), caseId, ct) is { } detail
            ? TypedResults.Ok(detail)
            : ProblemResponse.From(new Problem("case.not-found", "没有找到这件来件。"));

    private static async Task<IResult> RegisterAsync(RegisterBody body, ApiCaller caller, CaseService service, CancellationToken ct) =>
        (await service.RegisterAsync(body.ToOrder(caller), ct)).Match<IResult>(
            done => TypedResults.Created($"/api/v1/cases/{done.CaseId}", done),
            ProblemResponse.From);

    private static async Task<IReadOnlyList<DuplicateCandidate>> DuplicatesAsync(
        RegisterBody body, ApiCaller caller, DuplicateFinder finder, CancellationToken ct) =>
        await finder.FindAsync(await caller.ViewerAsync(ct), body.ToOrder(caller), ct);

    private static async Task<IResult> ProgressAsync(string queryCode, PublicProgress progress, HomeTenant home, CancellationToken ct) =>
        await progress.FindAsync(home.Id, queryCode, ct) is { } found
            ? TypedResults.Ok(found)
            : ProblemResponse.From(new Problem("case.not-found", "没有查到这个查询码，请核对后再试。"));
}
