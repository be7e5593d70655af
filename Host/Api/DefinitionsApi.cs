using System.IO.Compression;
using Platform.Host.Setup;
using Platform.Kernel;
using Platform.Runtime.Definitions;
using Platform.Runtime.Definitions.Versions;

namespace Platform.Host.Api;

/// <summary>Processes: what is published, their files, and publishing more.</summary>
public static class DefinitionsApi
{
    private const int MostFiles = 200;
    private const long LargestUpload = 25L * 1024 * 1024;

    /// <summary>Maps <c>/definitions</c>.</summary>
    /// <param name="api">The API's root.</param>
    public static void MapDefinitions(this IEndpointRouteBuilder api)
    {
        var definitions = api.MapGroup("/definitions").WithTags("Definitions").RequireAuthorization(Policies.Administrator);
        definitions.MapGet("/", ListAsync).WithSummary("The newest version of each process.");
        definitions.MapGet("/{definitionId:guid}/bpmn", FileAsync).WithSummary("The BPMN file of a version as it was published.");
        definitions.MapPost("/", DeployAsync).WithSummary("Publishes a zip of .bpmn, .dmn, .form.json and texts; refused with every issue when it cannot run.")
            .Accepts<byte[]>("application/zip").WithMetadata(new RequestLimit(LargestUpload));
    }

    private static async Task<IReadOnlyList<DefinitionItem>> ListAsync(ApiCaller caller, DefinitionQuery definitions, CancellationToken ct) =>
        await definitions.ListAsync(await caller.ViewerAsync(ct), ct);

    private static async Task<IResult> FileAsync(Guid definitionId, ApiCaller caller, DefinitionQuery definitions, CancellationToken ct) =>
        await definitions.GetFileAsync(caller.Person.TenantId, definitionId, ct) is { } file
            ? TypedResults.File(file.Content, "application/xml", file.Name)
            : ProblemResponse.From(new Problem("definition.not-found", "没有找到这个流程版本。"));

    private static async Task<IResult> DeployAsync(string name, string? note, HttpRequest request, ApiCaller caller, DefinitionService service, PublishPolicy policy, CancellationToken ct)
    {
        if (await policy.NeedsSecondPersonAsync(caller.Person.TenantId, ct))
        {
            return ProblemResponse.From(VersionService.NeedsApproval);
        }
        var files = await UnpackAsync(request.Body, ct);
        if (!files.IsSuccess)
        {
            return ProblemResponse.From(files.Problem!);
        }
        var deployed = await service.DeployAsync(
            new Deploy { TenantId = caller.Person.TenantId, Name = name, Files = files.Value, By = caller.Person.PersonId, Note = note },
            ct);
        return deployed.Match<IResult>(TypedResults.Ok, ProblemResponse.From);
    }

    // A zip may promise far more than it weighs: what is unpacked is counted, not what is announced.
    private static async Task<Result<Dictionary<string, byte[]>>> UnpackAsync(Stream body, CancellationToken ct)
    {
        using var packed = new MemoryStream();
        await body.CopyToAsync(packed, ct);
        try
        {
            using var zip = new ZipArchive(packed, ZipArchiveMode.Read);
            var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
            var left = LargestUpload;
            foreach (var entry in zip.Entries.Where(entry => entry.Name.Length > 0))
            {
                using var content = new MemoryStream();
                await using var stream = await entry.OpenAsync(ct);
                var buffer = new byte[81920];
                int read;
                while ((read = await stream.ReadAsync(buffer, ct)) > 0)
                {
                    left -= read;
                    if (left < 0 || files.Count >= MostFiles)
                    {
                        return new Problem("deploy.too-large", "压缩包解开后超过 25 兆或 200 个文件，没有发布。");
                    }
                    await content.WriteAsync(buffer.AsMemory(0, read), ct);
                }
                files[entry.FullName.Replace('\\', '/')] = content.ToArray();
            }
            return files;
        }
        catch (InvalidDataException)
        {
            return new Problem("deploy.unreadable", "上传的不是可以读取的 zip 压缩包，没有发布。");
        }
    }

    private sealed record RequestLimit(long? MaxRequestBodySize) : Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata;
}
