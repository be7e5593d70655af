using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Governance.Rows;
using Platform.Runtime.Access;
using Platform.Runtime.Definitions;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Cases;

/// <summary>Reads the ledgers for a viewer. Everything starts from <see cref="CaseAccess.Cases"/>.</summary>
public sealed class CaseQuery(CaseSetting setting, AuditLog audit, GraphCache graphs)
{
    private const int LargestPage = 200;

    /// <summary>A part of the ledgers, newest first.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="filter">Which cases.</param>
    /// <param name="after">Where the part before ended; null for the beginning. A text that is no such place begins at the beginning.</param>
    /// <param name="take">1 to 200.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<LedgerPage> LedgerAsync(Viewer viewer, LedgerFilter filter, string? after, int take, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(filter);
        var size = Math.Clamp(take, 1, LargestPage);
        var now = setting.Clock.GetUtcNow();
        await using PlatformDb db = setting.Database.CreateDbContext();
        var rows = Filter(CaseAccess.Cases(db, viewer), filter, now);
        if (Guid.TryParseExact(after, "N", out var last))
        {
            rows = rows.Where(row => row.Id.CompareTo(last) < 0);
        }

        var found = await rows.OrderByDescending(row => row.Id).Take(size + 1).ToListAsync(ct);
        var directory = await setting.Org.GetAsync(viewer.TenantId, ct);
        return new LedgerPage(
            [.. found.Take(size).Select(row => Entry(row, directory, now))],
            found.Count > size ? found[size - 1].Id.ToString("N", CultureInfo.InvariantCulture) : null);
    }

    /// <summary>How many cases the filter meets.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="filter">Which cases.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<int> CountAsync(Viewer viewer, LedgerFilter filter, CancellationToken ct)
    {
        await using PlatformDb db = setting.Database.CreateDbContext();
        return await Filter(CaseAccess.Cases(db, viewer), filter, setting.Clock.GetUtcNow()).CountAsync(ct);
    }

    /// <summary>The cases whose number is, or whose title contains, a text; at most twenty.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<LedgerEntry>> SearchAsync(Viewer viewer, string text, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(text) ? [] : (await LedgerAsync(viewer, new LedgerFilter { Text = text.Trim() }, null, 20, ct)).Items;

    /// <summary>A case with its books; null when it does not exist for the viewer. Reading a restricted or sealed case is recorded.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<CaseDetail?> GetAsync(Viewer viewer, Guid caseId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        await using PlatformDb db = setting.Database.CreateDbContext();
        var row = await CaseAccess.Cases(db, viewer).FirstOrDefaultAsync(item => item.Id == caseId, ct);
        if (row is null)
        {
            return null;
        }

        var instance = await Visibility.Instances(db, viewer).Where(i => i.Id == caseId).Select(i => new { i.Scope, i.DefinitionId }).SingleAsync(ct);
        await audit.ReadingAsync(viewer, caseId, instance.Scope, "case", ct);
        var directory = await setting.Org.GetAsync(viewer.TenantId, ct);
        var process = await graphs.GetAsync(viewer.TenantId, instance.DefinitionId, ct);
        return await new CaseReading(db, viewer, setting.Sealer, directory, process).ReadAsync(row, instance.Scope, Entry(row, directory, setting.Clock.GetUtcNow()), ct);
    }

    private LedgerEntry Entry(CaseRow row, OrgDirectory directory, DateTimeOffset now) => new()
    {
        CaseId = row.Id,
        Number = row.Number,
        Ledger = row.Ledger,
        Level = row.Level,
        Title = setting.Sealer.Open(row.Id, row.Title),
        PersonMasked = Masks.Name(setting.Sealer.Open(row.Id, row.PetitionerName)),
        Stage = row.Stage,
        Urgency = row.Urgency,
        HandlingUnit = row.LeadUnitId is { } unit ? directory.Unit(unit)?.ShortName : null,
        RegisteredAt = row.RegisteredAt,
        PromiseDueAt = row.PromiseDueAt,
        LegalDueAt = row.LegalDueAt,
        IsOverdue = row.IsOpen && row.FeedbackAt is null && row.PromiseDueAt < now,
        SupervisionLine = row.SupervisionLine,
        ReworkCount = row.ReworkCount,
        RepeatCount = row.RepeatCount,
    };

    private IQueryable<CaseRow> Filter(IQueryable<CaseRow> rows, LedgerFilter filter, DateTimeOffset now)
    {
        rows = filter.Ledger is { } ledger ? rows.Where(row => row.Ledger == ledger) : rows;
        rows = filter.Level is { } level ? rows.Where(row => row.Level == level) : rows;
        rows = filter.Stage is { } stage ? rows.Where(row => row.Stage == stage) : rows;
        rows = filter.UnitId is { } unit ? rows.Where(row => row.LeadUnitId == unit) : rows;
        rows = filter.RegisteredById is { } registrar ? rows.Where(row => row.RegisteredById == registrar) : rows;
        rows = filter.IsOpen is { } open ? rows.Where(row => row.IsOpen == open) : rows;
        rows = filter.Overdue ? rows.Where(row => row.IsOpen && row.FeedbackAt == null && row.PromiseDueAt < now) : rows;
        rows = filter.From is { } from ? rows.Where(row => row.RegisteredAt >= from) : rows;
        rows = filter.Until is { } until ? rows.Where(row => row.RegisteredAt < until) : rows;
        rows = filter.Shelved ? rows.Where(row => row.ShelvedUntil != null) : rows;
        if (filter.Text is not { Length: > 0 } text)
        {
            return rows;
        }

        // Names and phones are kept encrypted; whoever knows one in full finds it by its digest.
        var (name, phone, ending) = (setting.Sealer.NameKey(text), setting.Sealer.IdentityKey(null, text), "-" + text);
        return rows.Where(row => row.Number == text || row.Number.EndsWith(ending) || row.NameKey == name || (phone != null && row.IdentityKey == phone)
            || (!row.Title.StartsWith("s1:") && row.Title.Contains(text)));
    }
}
