using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Governance.Cases;
using Platform.Governance.Rows;
using Platform.Kernel;
using Platform.Runtime.Access;
using Platform.Runtime.Calendar;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Bulletins;

/// <summary>
/// 通报: once a month the figures are frozen, the units named have one working day to object, the secretary signs, and the
/// bulletin is published. Units are told in their own order; nobody is ranked.
/// </summary>
public sealed class BulletinService(CaseSetting setting)
{
    private const int Most = 60;
    private const int LongestObjection = 1_000;
    private const int LongestExperience = 4_000;

    private readonly BulletinCounter counter = new(setting);

    /// <summary>Freezes the figures of a month unless that was done. A month that is not over is refused.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="month">Any day of the month.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The bulletin; or <c>bulletin.month</c>.</returns>
    public async Task<Result<Guid>> FreezeAsync(string tenantId, DateOnly month, CancellationToken ct)
    {
        var now = setting.Clock.GetUtcNow();
        var calendar = await setting.Calendars.GetAsync(tenantId, ct);
        var first = new DateOnly(month.Year, month.Month, 1);
        var until = calendar.At(first.AddMonths(1), TimeOnly.MinValue);
        if (until > now)
        {
            return new Problem("bulletin.month", "这个月还没有过完，不能编通报。");
        }

        var period = first.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var figures = JsonSerializer.Serialize(await counter.CountAsync(tenantId, calendar.At(first, TimeOnly.MinValue), until, ct), BulletinJson.Default.BulletinFigures);
        return await setting.Database.WriteAsync<Result<Guid>>(
            async (db, token) =>
            {
                if (await db.Set<BulletinRow>().Where(row => row.TenantId == tenantId && row.Period == period).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(token) is { } known)
                {
                    return known;
                }

                var row = new BulletinRow
                {
                    TenantId = tenantId, Id = Guid.CreateVersion7(now), Period = period, FrozenAt = now, Figures = figures, RowVersion = 1,
                    Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(figures))),
                };
                db.Add(row);
                return row.Id;
            },
            ct);
    }

    /// <summary>The bulletins that a reader may see, the newest first: drafts for the desk and for heads of units, published ones for all who work here.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<Bulletin>> ListAsync(Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var directory = await setting.Org.GetAsync(viewer.TenantId, ct);
        var drafts = MayReadDrafts(viewer);
        await using PlatformDb db = setting.Database.CreateDbContext();
        var rows = await db.Set<BulletinRow>().Where(row => row.TenantId == viewer.TenantId && (drafts || row.SignedAt != null))
            .OrderByDescending(row => row.Period).Take(Most).ToListAsync(ct);
        return [.. rows.Select(row => Read(row, [], directory))];
    }

    /// <summary>One bulletin with what units said to it; null when it does not exist for the reader.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="bulletinId">The bulletin.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Bulletin?> GetAsync(Viewer viewer, Guid bulletinId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var directory = await setting.Org.GetAsync(viewer.TenantId, ct);
        await using PlatformDb db = setting.Database.CreateDbContext();
        var row = await db.Set<BulletinRow>().FirstOrDefaultAsync(item => item.TenantId == viewer.TenantId && item.Id == bulletinId, ct);
        if (row is null || (row.SignedAt is null && !MayReadDrafts(viewer)))
        {
            return null;
        }

        var objections = await db.Set<BulletinObjectionRow>().Where(item => item.TenantId == viewer.TenantId && item.BulletinId == bulletinId).OrderBy(item => item.At).ToListAsync(ct);
        var calendar = await setting.Calendars.GetAsync(viewer.TenantId, ct);
        var bulletin = Read(row, objections, directory);
        var now = setting.Clock.GetUtcNow();
        return bulletin with
        {
            ObjectUntil = calendar.AddWorking(row.FrozenAt, WorkingTime.Days(1)),
            MayEdit = row.SignedAt is null && directory.HeadsOf(DeskOf(directory).Id, now).Any(held => held.Person.Id == viewer.PersonId),
            MaySign = row.SignedAt is null && Signs(directory, viewer, now),
            MayObjectFor = row.SignedAt is null ? [.. bulletin.Figures.Units.Where(unit => directory.HeadsOf(unit.UnitId, now).Any(held => held.Person.Id == viewer.PersonId))] : [],
        };
    }

    /// <summary>What was published, the newest first, for citizens: figures only.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<Bulletin>> PublishedAsync(string tenantId, CancellationToken ct)
    {
        var directory = await setting.Org.GetAsync(tenantId, ct);
        await using PlatformDb db = setting.Database.CreateDbContext();
        var rows = await db.Set<BulletinRow>().Where(row => row.TenantId == tenantId && row.SignedAt != null).OrderByDescending(row => row.Period).Take(12).ToListAsync(ct);
        return [.. rows.Select(row => Read(row, [], directory))];
    }

    /// <summary>The director writes what is worth telling.</summary>
    /// <param name="viewer">Head of the county's desk.</param>
    /// <param name="bulletinId">The bulletin.</param>
    /// <param name="experience">The text; empty takes it away.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>When; or <c>bulletin.not-found</c>, <c>bulletin.not-allowed</c>, <c>bulletin.text</c>.</returns>
    public async Task<Result<DateTimeOffset>> WriteAsync(Viewer viewer, Guid bulletinId, string experience, CancellationToken ct) =>
        await GetAsync(viewer, bulletinId, ct) switch
        {
            null => NotFound,
            { MayEdit: false } => new Problem("bulletin.not-allowed", "通报签发前由联系办主任修改。"),
            _ when experience.Length > LongestExperience => new Problem("bulletin.text", $"典型经验请不超过 {LongestExperience} 字。"),
            _ => await ChangeAsync(viewer.TenantId, bulletinId, row => row.Experience = string.IsNullOrWhiteSpace(experience) ? null : experience.Trim(), ct),
        };

    /// <summary>The head of a unit objects to what is said of it, within one working day. The same words again, as after a double click, change nothing.</summary>
    /// <param name="viewer">Head of the unit.</param>
    /// <param name="bulletinId">The bulletin.</param>
    /// <param name="text">What is not right.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>When; or <c>bulletin.not-found</c>, <c>bulletin.not-allowed</c>, <c>bulletin.late</c>, <c>bulletin.text</c>.</returns>
    public async Task<Result<DateTimeOffset>> ObjectAsync(Viewer viewer, Guid bulletinId, string text, CancellationToken ct)
    {
        var now = setting.Clock.GetUtcNow();
        var bulletin = await GetAsync(viewer, bulletinId, ct);
        if (bulletin is null)
        {
            return NotFound;
        }

        if (bulletin.MayObjectFor is not [var unit, ..])
        {
            return new Problem("bulletin.not-allowed", "由通报中点到的单位的负责人申辩。");
        }

        if (now > bulletin.ObjectUntil)
        {
            return new Problem("bulletin.late", "申辩期一个工作日已过，请与联系办联系。");
        }

        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestObjection)
        {
            return new Problem("bulletin.text", $"请写明哪里不符，不超过 {LongestObjection} 字。");
        }

        var said = text.Trim();
        return await setting.Database.WriteAsync(
            async (db, token) =>
            {
                var before = db.Set<BulletinObjectionRow>().Where(row => row.TenantId == viewer.TenantId && row.BulletinId == bulletinId && row.UnitId == unit.UnitId && row.Text == said);
                if (await before.Select(row => (DateTimeOffset?)row.At).FirstOrDefaultAsync(token) is { } at)
                {
                    return at;
                }

                db.Add(new BulletinObjectionRow
                {
                    TenantId = viewer.TenantId, Id = Guid.CreateVersion7(now), BulletinId = bulletinId, UnitId = unit.UnitId, At = now, ById = viewer.PersonId!.Value, Text = said,
                });
                return now;
            },
            ct);
    }

    /// <summary>The secretary signs, which publishes it. From then on nothing of it changes.</summary>
    /// <param name="viewer">Head of the county's committee.</param>
    /// <param name="bulletinId">The bulletin.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>When; or <c>bulletin.not-found</c>, <c>bulletin.not-allowed</c>, <c>bulletin.early</c>.</returns>
    public async Task<Result<DateTimeOffset>> SignAsync(Viewer viewer, Guid bulletinId, CancellationToken ct)
    {
        var now = setting.Clock.GetUtcNow();
        return await GetAsync(viewer, bulletinId, ct) switch
        {
            null => NotFound,
            { MaySign: false } => new Problem("bulletin.not-allowed", "通报由县委书记签发。"),
            { ObjectUntil: var until } when now <= until => new Problem("bulletin.early", "申辩期还没有过，请稍后签发。"),
            _ => await ChangeAsync(viewer.TenantId, bulletinId, row => (row.SignedAt, row.SignedById) = (now, viewer.PersonId), ct),
        };
    }

    private static Problem NotFound { get; } = new("bulletin.not-found", "没有找到这期通报。");

    private async Task<Result<DateTimeOffset>> ChangeAsync(string tenantId, Guid bulletinId, Action<BulletinRow> change, CancellationToken ct)
    {
        var now = setting.Clock.GetUtcNow();
        return await setting.Database.WriteAsync(
            async (db, token) =>
            {
                var row = await db.Set<BulletinRow>().AsTracking().SingleAsync(item => item.TenantId == tenantId && item.Id == bulletinId, token);
                change(row);
                row.RowVersion++;
                return now;
            },
            ct);
    }

    private Bulletin Read(BulletinRow row, IReadOnlyList<BulletinObjectionRow> objections, OrgDirectory directory) => new()
    {
        Id = row.Id,
        Period = row.Period,
        FrozenAt = row.FrozenAt,
        Figures = JsonSerializer.Deserialize(row.Figures, BulletinJson.Default.BulletinFigures)
            ?? throw new InvalidOperationException($"Expected figures in bulletin {row.Period}, but there are none."),
        Digest = row.Digest,
        Experience = row.Experience,
        SignedAt = row.SignedAt,
        SignedBy = row.SignedById is { } person ? directory.Person(person)?.Name : null,
        Objections = [.. objections.Select(item => new BulletinObjection(directory.Unit(item.UnitId)?.ShortName ?? "已撤销单位", item.At, item.Text))],
    };

    private static bool MayReadDrafts(Viewer viewer) => viewer.Has(ViewerRights.Supervise) || viewer.Has(ViewerRights.Audit);

    private OrgUnitRow DeskOf(OrgDirectory directory) => directory.FindUnit(setting.Options.CountyDesk)
        ?? throw new InvalidOperationException($"Expected the county's desk {setting.Options.CountyDesk}, but there is no such unit.");

    private bool Signs(OrgDirectory directory, Viewer viewer, DateTimeOffset now) =>
        DeskOf(directory).ParentId is { } committee && directory.HeadsOf(committee, now).Any(held => held.Person.Id == viewer.PersonId);
}
