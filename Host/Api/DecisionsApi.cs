using Platform.Host.Setup;
using Platform.Kernel;
using Platform.Runtime.Definitions;
using Platform.Runtime.Definitions.Rules;

namespace Platform.Host.Api;

/// <summary>Decisions: what is published, their files, and publishing one on its own.</summary>
public static class DecisionsApi
{
    private const long LargestUpload = 5L * 1024 * 1024;

    /// <summary>Maps <c>/decisions</c>.</summary>
    /// <param name="api">The API's root.</param>
    public static void MapDecisions(this IEndpointRouteBuilder api)
    {
        var decisions = api.MapGroup("/decisions").WithTags("Decisions").RequireAuthorization(Policies.Administrator);
        decisions.MapGet("/", ListAsync).WithSummary("Every decision with its versions and the processes that ask it.");
        decisions.MapGet("/{decisionId:guid}/dmn", FileAsync).WithSummary("The DMN file of a version as it was published.");
        decisions.MapPost("/", DeployAsync).WithSummary("Publishes one .dmn file without a process; refused with every issue when it cannot be evaluated.")
            .Accepts<byte[]>("application/xml").WithMetadata(new RequestLimit(LargestUpload));
    }

    private static Task<IReadOnlyList<DecisionItem>> ListAsync(ApiCaller caller, DecisionQuery decisions, CancellationToken ct) =>
        decisions.ListAsync(caller.Person.TenantId, ct);

    private static async Task<IResult> FileAsync(Guid decisionId, ApiCaller caller, DecisionQuery decisions, CancellationToken ct) =>
        await decisions.GetFileAsync(caller.Person.TenantId, decisionId, ct) is { } file
            ? TypedResults.File(file.Content, "application/xml", file.Name)
            : ProblemResponse.From(new Problem("decision.not-found", "没有找到这个决策版本。"));

    private static async Task<IResult> DeployAsync(string name, string? note, HttpRequest request, ApiCaller caller, DefinitionService service, CancellationToken ct)
    {
        using var content = new MemoryStream();
        await request.Body.CopyToAsync(content, ct);
        var file = name.EndsWith(".dmn", StringComparison.OrdinalIgnoreCase) ? name : name + ".dmn";
        var deployed = await service.DeployAsync(
            new Deploy
            {
                TenantId = caller.Person.TenantId,
                Name = name,
                Files = new Dictionary<string, byte[]> { [file] = content.ToArray() },
                By = caller.Person.PersonId,
                Note = note,
            },
            ct);
        return deployed.Match<IResult>(TypedResults.Ok, ProblemResponse.From);
    }

    private sealed record RequestLimit(long? MaxRequestBodySize) : Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata;
}
