using Platform.Host.Accounts;
using Platform.Host.Attachments;
using Platform.Host.Setup;
using Platform.Kernel;
using Platform.Runtime.Access;

namespace Platform.Host.Api;

/// <summary>Downloads of attached files.</summary>
public static class AttachmentsApi
{
    /// <summary>Maps <c>GET /attachments/{id}</c>; always a download, so that no attached page runs in the reader's browser.</summary>
    /// <param name="routes">Where to map.</param>
    public static void MapAttachments(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/attachments/{attachmentId:guid}", DownloadAsync).RequireAuthorization(Policies.Official).ExcludeFromDescription();

    private static async Task<IResult> DownloadAsync(
        Guid attachmentId, HttpContext context, Viewers viewers, AttachmentKeeper files, CancellationToken ct)
    {
        var person = PersonClaims.Require(context.User);
        var viewer = await viewers.ForPersonAsync(person.TenantId, person.PersonId, ct);
        return await files.ReadAsync(viewer, attachmentId, ct) is { } file
            ? Results.File(file.Content.ToArray(), "application/octet-stream", file.Name)
            : ProblemResponse.From(new Problem("attachment.not-found", "没有找到这个文件。"));
    }
}
