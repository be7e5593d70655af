using Microsoft.EntityFrameworkCore;
using Platform.Governance.Rows;
using Platform.Runtime.Access;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Cases;

/// <summary>Who looked at a case and who did what in it, for those who supervise or inspect. Looking at the log is itself a record.</summary>
public sealed class CaseLog(CaseSetting setting, AuditLog audit)
{
    private const int Most = 500;
    private const string Reading = "log";

    /// <summary>Whether a reader has logs at all.</summary>
    /// <param name="viewer">The reader.</param>
    public static bool IsFor(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return viewer.Has(ViewerRights.Audit) || viewer.Has(ViewerRights.Supervise);
    }

    /// <summary>The log, newest first, at most five hundred entries; null when the case or its log does not exist for the reader.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<CaseLogEntry>?> GetAsync(Viewer viewer, Guid caseId, CancellationToken ct)
    {
        if (!IsFor(viewer))
        {
            return null;
        }

        await using PlatformDb db = setting.Database.CreateDbContext();
        if (!await CaseAccess.Cases(db, viewer).AnyAsync(row => row.Id == caseId, ct))
        {
            return null;
        }

        var scope = await Visibility.Instances(db, viewer).Where(row => row.Id == caseId).Select(row => row.Scope).SingleAsync(ct);
        await audit.ReadingAsync(viewer, caseId, scope, Reading, ct);
        var tenant = viewer.TenantId;
        var directory = await setting.Org.GetAsync(tenant, ct);
        var read = await db.Audit.Where(row => row.TenantId == tenant && row.SubjectId == caseId).OrderByDescending(row => row.At).Take(Most).ToListAsync(ct);
        var done = await db.Set<OpinionRow>().Where(row => row.TenantId == tenant && row.CaseId == caseId).OrderByDescending(row => row.At).Take(Most).ToListAsync(ct);
        var files = await db.Attachments.Where(row => row.TenantId == tenant && row.InstanceId == caseId).OrderByDescending(row => row.UploadedAt).Take(Most).ToListAsync(ct);
        return
        [
            .. read.Select(row => Entry(directory, row.At, row.PersonId, null, row.Action == AuditLog.Read ? CaseLogKind.Read : CaseLogKind.Other, row.Detail ?? row.Action))
                .Concat(done.Select(row => Entry(directory, row.At, row.ById, row.OnBehalfOfId, CaseLogKind.Act, row.Step)))
                .Concat(files.Select(row => Entry(directory, row.UploadedAt, row.UploadedBy, null, CaseLogKind.File, "")))
                .OrderByDescending(entry => entry.At).Take(Most),
        ];
    }

    private static CaseLogEntry Entry(OrgDirectory directory, DateTimeOffset at, Guid? person, Guid? principal, CaseLogKind kind, string what) => new()
    {
        At = at,
        Kind = kind,
        What = what,
        Who = person is { } id ? directory.Person(id)?.Name ?? "已离任人员" : null,
        Post = person is { } holder ? directory.PostsOf(holder, at).Select(held => held.Unit.ShortName + held.Post.Name).FirstOrDefault() : null,
        OnBehalfOf = principal is { } represented ? directory.Person(represented)?.Name : null,
    };
}

/// <summary>One line of a case's log.</summary>
public sealed record CaseLogEntry
{
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Sort of thing.</summary>
    public required CaseLogKind Kind { get; init; }

    /// <summary>What: the step that was decided, or what was opened.</summary>
    public required string What { get; init; }

    /// <summary>Who; null for the platform and for citizens.</summary>
    public string? Who { get; init; }

    /// <summary>The post they held then; null for none.</summary>
    public string? Post { get; init; }

    /// <summary>Principal, when a deputy acted.</summary>
    public string? OnBehalfOf { get; init; }
}

/// <summary>Sorts of entries in a case's log.</summary>
public enum CaseLogKind
{
    /// <summary>Somebody opened something.</summary>
    Read,

    /// <summary>Somebody decided a step.</summary>
    Act,

    /// <summary>A file was added.</summary>
    File,

    /// <summary>Anything else on record.</summary>
    Other,
}
