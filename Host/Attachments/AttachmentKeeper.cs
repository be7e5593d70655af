using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Platform.Governance.Submissions;
using Platform.Host.Components.Forms;
using Platform.Kernel;
using Platform.Runtime.Access;
using Platform.Runtime.Persistence;

namespace Platform.Host.Attachments;

/// <summary>Keeps the files of matters. Whoever may not know of a matter finds none of its files.</summary>
/// <param name="database">The database.</param>
/// <param name="audit">Records who opened files of restricted and sealed matters.</param>
/// <param name="sealer">Encrypts files of restricted and sealed matters.</param>
/// <param name="clock">The platform's clock.</param>
public sealed class AttachmentKeeper(PlatformDatabase database, AuditLog audit, ITextSealer sealer, TimeProvider clock)
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MaxLength = 10 * 1024 * 1024;

    /// <summary>Keeps a file for a task of a matter that the viewer may see.</summary>
    /// <param name="viewer">Who attaches it.</param>
    /// <param name="place">Where it belongs.</param>
    /// <param name="file">The file.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The file, or <c>attachment.empty</c>, <c>attachment.too-large</c>, <c>attachment.secret</c>, <c>task.not-found</c>.</returns>
    public async Task<Result<PickItem>> KeepAsync(Viewer viewer, AttachmentPlace place, AttachmentFile file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(file);
        var name = FileRules.CleanName(file.Name);
        if (file.Content.IsEmpty)
        {
            return new Problem("attachment.empty", $"“{name}”是空文件，没有上传。");
        }
        if (file.Content.Length > MaxLength)
        {
            return new Problem("attachment.too-large", $"“{name}”超过 10 兆，没有上传。请压缩后再试。");
        }
        if (SecretMarks.Found(name))
        {
            return new Problem("attachment.secret", "文件名带有国家秘密的标志，这里不能存放，没有上传。");
        }
        if (await ScopeAsync(viewer, place.InstanceId, ct) is not { } scope)
        {
            return new Problem("task.not-found", "没有找到这件事。");
        }
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var row = new AttachmentRow
        {
            TenantId = viewer.TenantId,
            Id = id,
            InstanceId = place.InstanceId,
            TaskId = place.TaskId,
            FileName = name,
            ContentType = file.ContentType.Length is > 0 and <= 100 ? file.ContentType : "application/octet-stream",
            Length = file.Content.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Content.Span)),
            UploadedBy = viewer.PersonId,
            UploadedAt = now,
            IsSealed = scope >= InformationScope.Restricted,
        };
        var content = new AttachmentContentRow { TenantId = viewer.TenantId, AttachmentId = id, Content = Kept(row, file.Content) };
        await database.WriteAsync(
            (db, _) =>
            {
                db.Add(row);
                db.Add(content);
                return Task.FromResult(true);
            },
            ct);
        return new PickItem(id.ToString(), row.FileName);
    }

    /// <summary>The files of a matter, oldest first; none when the viewer may not know of it.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="instanceId">The matter.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<AttachmentRow>> ListAsync(Viewer viewer, Guid instanceId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        await using var db = database.CreateDbContext();
        var visible = Visibility.Instances(db, viewer);
        return await db.Attachments
            .Where(row => row.TenantId == viewer.TenantId && row.InstanceId == instanceId && row.RemovedAt == null)
            .Where(row => visible.Any(instance => instance.Id == row.InstanceId))
            .OrderBy(row => row.UploadedAt)
            .ToListAsync(ct);
    }

    /// <summary>A file with its bytes; null when there is none or the viewer may not know of its matter.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="attachmentId">The file.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<AttachmentFile?> ReadAsync(Viewer viewer, Guid attachmentId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        await using var db = database.CreateDbContext();
        var visible = Visibility.Instances(db, viewer);
        var row = await db.Attachments
            .Where(item => item.TenantId == viewer.TenantId && item.Id == attachmentId && item.RemovedAt == null)
            .Where(item => visible.Any(instance => instance.Id == item.InstanceId))
            .SingleOrDefaultAsync(ct);
        if (row?.InstanceId is not { } instanceId || await ScopeAsync(viewer, instanceId, ct) is not { } scope)
        {
            return null;
        }
        var bytes = await db.AttachmentContents
            .Where(item => item.TenantId == viewer.TenantId && item.AttachmentId == attachmentId)
            .Select(item => item.Content).SingleAsync(ct);
        await audit.ReadingAsync(viewer, instanceId, scope, "attachment", ct);
        return new AttachmentFile(row.FileName, row.ContentType, row.IsSealed ? sealer.Unseal(viewer.TenantId, instanceId, bytes) : bytes);
    }

    private byte[] Kept(AttachmentRow row, ReadOnlyMemory<byte> content) =>
        row is { IsSealed: true, InstanceId: { } instance } ? sealer.Seal(row.TenantId, instance, content.Span) : content.ToArray();

    private async Task<InformationScope?> ScopeAsync(Viewer viewer, Guid instanceId, CancellationToken ct)
    {
        await using var db = database.CreateDbContext();
        return await Visibility.Instances(db, viewer).Where(row => row.Id == instanceId)
            .Select(row => (InformationScope?)row.Scope).SingleOrDefaultAsync(ct);
    }
}

/// <summary>Where a file belongs.</summary>
/// <param name="InstanceId">The matter.</param>
/// <param name="TaskId">The task at which it is attached; null for the matter as a whole.</param>
public sealed record AttachmentPlace(Guid InstanceId, Guid? TaskId);

/// <summary>A file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record AttachmentFile(string Name, string ContentType, ReadOnlyMemory<byte> Content);
