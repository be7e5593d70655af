using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Governance.Cases;
using Platform.Kernel;
using Platform.Runtime.Access;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Archives;

/// <summary>
/// Packs the file of a case: particulars, opinions, clocks, supervision, notices, ratings, the chain of steps and the
/// attachments, with a manifest that holds the SHA-256 of every part. The same books give the same parts.
/// </summary>
public sealed class ArchivePackage(CaseSetting setting, CaseQuery cases)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the package as a zip.</summary>
    /// <param name="viewer">The reader; gets nothing of a case that does not exist for them.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="target">Where to write; stays open.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The manifest; or <c>case.not-found</c>.</returns>
    public async Task<Result<ArchiveManifest>> WriteAsync(Viewer viewer, Guid caseId, Stream target, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (await cases.GetAsync(viewer, caseId, ct) is not { } detail)
        {
            return CaseProblems.NotFound;
        }

        List<ArchivePart> parts = [];
        await using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            await AddAsync(zip, parts, "案卷/登记表.json", Json(new { detail.Entry, detail.Body, detail.Channel, detail.Category, detail.Place, detail.Desk, detail.Citizen, detail.GroupSize, detail.Result, detail.Retention, detail.ArchiveNumber }), ct);
            await AddAsync(zip, parts, "案卷/办理意见.json", Json(detail.Opinions), ct);
            await AddAsync(zip, parts, "案卷/交办与协办.json", Json(new { detail.Dispatches, detail.CoHandlings, detail.UnitNames }), ct);
            await AddAsync(zip, parts, "案卷/时限与督办.json", Json(new { detail.AcceptedAt, detail.OriginalPromiseDueAt, detail.Entry.PromiseDueAt, detail.OriginalLegalDueAt, detail.Entry.LegalDueAt, detail.Extensions, detail.Pauses, detail.Supervision }), ct);
            await AddAsync(zip, parts, "案卷/告知与沟通.json", Json(new { detail.Deliveries, detail.Communications }), ct);
            await AddAsync(zip, parts, "案卷/评价.json", Json(new { detail.Evaluations, detail.Reviews }), ct);
            await AddHistoryAsync(zip, parts, viewer, caseId, ct);
            await AddAttachmentsAsync(zip, parts, viewer, caseId, ct);
            var manifest = new ArchiveManifest(detail.Entry.Number, setting.Clock.GetUtcNow(), parts);
            await AddAsync(zip, [], "清单.json", Json(manifest), ct);
            return manifest;
        }
    }

    /// <summary>The steps as they are chained: who, when, and the hash that covers everything before.</summary>
    private async Task AddHistoryAsync(ZipArchive zip, List<ArchivePart> parts, Viewer viewer, Guid caseId, CancellationToken ct)
    {
        await using PlatformDb db = setting.Database.CreateDbContext();
        var events = await db.Events.Where(row => row.TenantId == viewer.TenantId && row.InstanceId == caseId).OrderBy(row => row.Seq).ToListAsync(ct);
        await AddAsync(
            zip,
            parts,
            "案卷/过程留痕.json",
            Json(events.Select(row => new { row.Seq, row.At, Hash = Convert.ToHexStringLower(row.Hash), Facts = Convert.ToBase64String(row.Facts) })),
            ct);
    }

    private async Task AddAttachmentsAsync(ZipArchive zip, List<ArchivePart> parts, Viewer viewer, Guid caseId, CancellationToken ct)
    {
        await using PlatformDb db = setting.Database.CreateDbContext();
        var files = await db.Attachments.Where(row => row.TenantId == viewer.TenantId && row.InstanceId == caseId).OrderBy(row => row.Id).ToListAsync(ct);
        for (var index = 0; index < files.Count; index++)
        {
            var id = files[index].Id;
            var content = await db.AttachmentContents.Where(row => row.TenantId == viewer.TenantId && row.AttachmentId == id).Select(row => row.Content).SingleAsync(ct);
            var name = string.Concat(files[index].FileName.Select(letter => Path.GetInvalidFileNameChars().Contains(letter) || letter is '/' or '\\' ? '_' : letter));
            await AddAsync(zip, parts, string.Create(CultureInfo.InvariantCulture, $"附件/{index + 1:D2}-{name}"), content, ct);
        }
    }

    private static async Task AddAsync(ZipArchive zip, List<ArchivePart> parts, string name, byte[] content, CancellationToken ct)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        await using var stream = await entry.OpenAsync(ct);
        await stream.WriteAsync(content, ct);
        parts.Add(new ArchivePart(name, content.Length, Convert.ToHexStringLower(SHA256.HashData(content))));
    }

    private static byte[] Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Readable);
}

/// <summary>What a package holds.</summary>
/// <param name="Number">Number of the case.</param>
/// <param name="PackedAt">When it was packed.</param>
/// <param name="Parts">Its parts in order, the manifest itself not among them.</param>
public sealed record ArchiveManifest(string Number, DateTimeOffset PackedAt, IReadOnlyList<ArchivePart> Parts);

/// <summary>A part of a package.</summary>
/// <param name="Name">Path in the zip.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Hash in hexadecimal.</param>
public sealed record ArchivePart(string Name, int Length, string Sha256);
