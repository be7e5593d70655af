using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Runtime.Access;
using Platform.Runtime.Definitions.Drafts;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Definitions.Versions;

/// <summary>
/// Publishing with two people: one asks, another looks at the difference and approves or declines. Nobody decides about
/// their own request, and nothing but what was asked for is published.
/// </summary>
public sealed class PublishRequests(PlatformDatabase database, VersionService versions, DraftService drafts, OrgCache org, TimeProvider clock)
{
    /// <summary>Asks for the draft of a process to be published.</summary>
    /// <param name="publish">What would be published, and why.</param>
    /// <param name="ct">Gives up; a commit under way is not undone.</param>
    /// <returns>The request, or <c>draft.no-note</c>, <c>draft.not-found</c>, <c>draft.stale</c>, <c>publish.exists</c>, or what publishing would be refused for.</returns>
    public async Task<Result<Guid>> AskAsync(PublishDraft publish, CancellationToken ct)
    {
        var ready = await drafts.ReadyAsync(publish, ct);
        return ready.IsSuccess
            ? await SaveAsync(Row(publish.TenantId, publish.Key, ready.Value.ProcessName, publish.By, publish.Note, ContentHash.Of(ready.Value.Files), null, publish.Revision), ct)
            : ready.Problem!;
    }

    /// <summary>Asks for an old version to be published again.</summary>
    /// <param name="order">Which, and why.</param>
    /// <param name="ct">Gives up; a commit under way is not undone.</param>
    /// <returns>The request, or <c>draft.no-note</c>, <c>definition.not-found</c>, <c>publish.exists</c>.</returns>
    public async Task<Result<Guid>> AskAsync(RollBack order, CancellationToken ct)
    {
        var ready = await versions.ReadyAsync(order, ct);
        return ready.IsSuccess
            ? await SaveAsync(Row(order.TenantId, ready.Value.Key, ready.Value.Name, order.By, order.Note, ContentHash.Of(ready.Value.Files), order.DefinitionId, 0), ct)
            : ready.Problem!;
    }

    /// <summary>The requests of a county, those that wait first, then the newest; at most a hundred.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="key">Process id; null for all.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<PublishRequest>> ListAsync(string tenantId, string? key, CancellationToken ct)
    {
        await using PlatformDb db = database.CreateDbContext();
        var rows = await db.PublishRequests.AsNoTracking().Where(r => r.TenantId == tenantId && (key == null || r.Key == key))
            .OrderBy(r => r.Status == PublishRequestStatus.Open ? 0 : 1).ThenByDescending(r => r.Id).Take(100).ToListAsync(ct);
        var directory = await org.GetAsync(tenantId, ct);
        return [.. rows.Select(r => Show(r, directory, isCurrent: false))];
    }

    /// <summary>One request; null when there is none.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="requestId">The request.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<PublishRequest?> GetAsync(string tenantId, Guid requestId, CancellationToken ct)
    {
        await using PlatformDb db = database.CreateDbContext();
        var row = await db.PublishRequests.AsNoTracking().SingleOrDefaultAsync(r => r.TenantId == tenantId && r.Id == requestId, ct);
        return row is null ? null : Show(row, await org.GetAsync(tenantId, ct), await IsCurrentAsync(row, ct));
    }

    /// <summary>Approves a request and publishes what it asked for, in the name of who asked.</summary>
    /// <param name="viewer">Who approves.</param>
    /// <param name="requestId">The request.</param>
    /// <param name="ct">Gives up; a commit under way is not undone.</param>
    /// <returns>The version, or <c>publish.not-found</c>, <c>publish.not-allowed</c>, <c>publish.own</c>, <c>publish.decided</c>, <c>publish.changed</c>, or what publishing is refused for; the request then waits on.</returns>
    public async Task<Result<DeployOutcome>> ApproveAsync(Viewer viewer, Guid requestId, CancellationToken ct)
    {
        var found = await DecidableAsync(viewer, requestId, ct);
        if (!found.IsSuccess)
        {
            return found.Problem!;
        }

        var row = found.Value;
        if (!await IsCurrentAsync(row, ct))
        {
            return new Problem("publish.changed", "提出申请之后草稿又有改动，现在的内容和申请时不一样。请申请人重新提交。");
        }

        // The decision is taken first, by one update that only one of two approvers can win; when publishing fails it is taken back.
        if (!await DecideAsync(row, PublishRequestStatus.Open, PublishRequestStatus.Approved, viewer.PersonId, null, ct))
        {
            return Decided;
        }

        var published = row.SourceDefinitionId is { } source
            ? await versions.RollBackApprovedAsync(new RollBack { TenantId = row.TenantId, DefinitionId = source, By = row.RequestedBy, Note = row.Note }, ct)
            : await drafts.PublishApprovedAsync(new PublishDraft { TenantId = row.TenantId, Key = row.Key, Revision = row.Revision, By = row.RequestedBy, Note = row.Note }, ct);
        if (!published.IsSuccess)
        {
            await DecideAsync(row, PublishRequestStatus.Approved, PublishRequestStatus.Open, null, null, ct);
        }

        return published;
    }

    /// <summary>Declines a request.</summary>
    /// <param name="viewer">Who declines.</param>
    /// <param name="requestId">The request.</param>
    /// <param name="reason">Why; must not be empty.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null, or <c>publish.not-found</c>, <c>publish.not-allowed</c>, <c>publish.own</c>, <c>publish.decided</c>, <c>publish.no-reason</c>.</returns>
    public async Task<Problem?> DeclineAsync(Viewer viewer, Guid requestId, string reason, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > 2000)
        {
            return new Problem("publish.no-reason", "请写明不同意的理由，不超过 2000 字。");
        }

        var found = await DecidableAsync(viewer, requestId, ct);
        return !found.IsSuccess ? found.Problem
            : await DecideAsync(found.Value, PublishRequestStatus.Open, PublishRequestStatus.Declined, viewer.PersonId, reason.Trim(), ct) ? null : Decided;
    }

    /// <summary>Takes one's own request back.</summary>
    /// <param name="viewer">Who asked.</param>
    /// <param name="requestId">The request.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null, or <c>publish.not-found</c>, <c>publish.not-own</c>, <c>publish.decided</c>.</returns>
    public async Task<Problem?> WithdrawAsync(Viewer viewer, Guid requestId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var row = await FindAsync(viewer.TenantId, requestId, ct);
        return row is null ? NotFound
            : row.RequestedBy != viewer.PersonId ? new Problem("publish.not-own", "只有申请人本人可以撤回申请。")
            : await DecideAsync(row, PublishRequestStatus.Open, PublishRequestStatus.Withdrawn, viewer.PersonId, null, ct) ? null : Decided;
    }

    private static Problem NotFound => new("publish.not-found", "没有找到这份发布申请。");

    private static Problem Decided => new("publish.decided", "这份申请已经有了结果。");

    private PublishRequestRow Row(string tenantId, string key, string name, Guid by, string note, string hash, Guid? source, long revision)
    {
        var now = clock.GetUtcNow();
        return new PublishRequestRow
        {
            TenantId = tenantId,
            Id = Guid.CreateVersion7(now),
            Key = key,
            Name = name,
            SourceDefinitionId = source,
            Revision = revision,
            ContentHash = hash,
            Note = note.Trim(),
            RequestedBy = by,
            RequestedAt = now,
        };
    }

    private async Task<Result<Guid>> SaveAsync(PublishRequestRow row, CancellationToken ct) => await database.WriteAsync<Result<Guid>>(
        async (db, token) =>
        {
            if (await db.PublishRequests.AnyAsync(r => r.TenantId == row.TenantId && r.Key == row.Key && r.Status == PublishRequestStatus.Open, token))
            {
                return new Problem("publish.exists", "这个流程已经有一份等待批准的发布申请。请先等它有结果，或者撤回它。");
            }

            db.PublishRequests.Add(row);
            return row.Id;
        },
        ct);

    private async Task<PublishRequestRow?> FindAsync(string tenantId, Guid requestId, CancellationToken ct)
    {
        await using PlatformDb db = database.CreateDbContext();
        return await db.PublishRequests.AsNoTracking().SingleOrDefaultAsync(r => r.TenantId == tenantId && r.Id == requestId, ct);
    }

    private async Task<Result<PublishRequestRow>> DecidableAsync(Viewer viewer, Guid requestId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var row = await FindAsync(viewer.TenantId, requestId, ct);
        return row is null ? NotFound
            : !viewer.Has(ViewerRights.Administer) ? new Problem("publish.not-allowed", "只有流程管理员可以批准发布。")
            : row.RequestedBy == viewer.PersonId ? new Problem("publish.own", "发布申请须由另一位管理员批准，不能批准自己的申请。")
            : row.Status != PublishRequestStatus.Open ? Decided
            : row;
    }

    private async Task<bool> IsCurrentAsync(PublishRequestRow row, CancellationToken ct)
    {
        if (row.Status != PublishRequestStatus.Open)
        {
            return false;
        }

        // The files of an old version never change.
        if (row.SourceDefinitionId is not null)
        {
            return true;
        }

        var ready = await drafts.ReadyAsync(new PublishDraft { TenantId = row.TenantId, Key = row.Key, Revision = row.Revision, By = row.RequestedBy, Note = row.Note }, ct);
        return ready.IsSuccess && ContentHash.Of(ready.Value.Files) == row.ContentHash;
    }

    private async Task<bool> DecideAsync(PublishRequestRow row, PublishRequestStatus from, PublishRequestStatus to, Guid? by, string? reason, CancellationToken ct)
    {
        DateTimeOffset? at = to == PublishRequestStatus.Open ? null : clock.GetUtcNow();
        return await database.WriteAsync(
            (db, token) => db.PublishRequests.Where(r => r.TenantId == row.TenantId && r.Id == row.Id && r.Status == from)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(r => r.Status, to).SetProperty(r => r.DecidedBy, by).SetProperty(r => r.DecidedAt, at).SetProperty(r => r.Reason, reason),
                    token),
            ct) == 1;
    }

    private static PublishRequest Show(PublishRequestRow row, OrgDirectory directory, bool isCurrent) => new()
    {
        Id = row.Id,
        Key = row.Key,
        Name = row.Name,
        SourceDefinitionId = row.SourceDefinitionId,
        Note = row.Note,
        RequestedBy = row.RequestedBy,
        RequestedByName = directory.Person(row.RequestedBy)?.Name ?? "",
        RequestedAt = row.RequestedAt,
        Status = row.Status,
        DecidedByName = row.DecidedBy is { } by ? directory.Person(by)?.Name : null,
        DecidedAt = row.DecidedAt,
        Reason = row.Reason,
        IsCurrent = isCurrent,
    };
}
