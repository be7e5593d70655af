using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Platform.Governance.Cases;
using Platform.Governance.Inquiries;
using Platform.Governance.Rows;
using Platform.Governance.Splits;
using Platform.Kernel;
using Platform.Runtime.Access;
using Platform.Runtime.Instances;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Governance.ReturnVisits;

/// <summary>
/// 回访: closed cases are drawn by what the citizen said, and somebody who did not handle them asks once more. What proves
/// untrue is taken up again as a case of its own. Complaints and sealed cases are never drawn.
/// </summary>
public sealed class ReturnVisitService(CaseSetting setting, CaseService cases)
{
    private const int Days = 15;
    private const int LongestText = 1_000;
    private const int Most = 200;
    private const string VisitorRole = "visitor";

    /// <summary>How many of a hundred cases are drawn, by the worse of the two ratings; those without a rating are drawn like the dissatisfied.</summary>
    private static readonly Dictionary<string, int> Percent = new(StringComparer.Ordinal)
    {
        [Rating.Satisfied] = 10, [Rating.Mostly] = 30, [Rating.Dissatisfied] = 100,
    };

    /// <summary>Draws among the cases that were closed in the last fifteen days. A case is drawn or not by its own id, so repeating it adds nothing.</summary>
    /// <param name="ct">Gives up.</param>
    /// <returns>How many were drawn now.</returns>
    public async Task<int> DrawAsync(CancellationToken ct)
    {
        var now = setting.Clock.GetUtcNow();
        var since = now.AddDays(-Days);
        List<Closed> closed;
        await using (PlatformDb db = setting.Database.CreateDbContext())
        {
            closed = await db.Set<CaseRow>()
                .Where(row => row.Stage == CaseStages.Archived && row.ClosedAt >= since && row.HasContact && row.Ledger != Ledgers.Complaints && !row.Title.StartsWith("s1:"))
                .Where(row => !db.Set<ReturnVisitRow>().Any(visit => visit.TenantId == row.TenantId && visit.CaseId == row.Id))
                .Select(row => new Closed(
                    row.TenantId,
                    row.Id,
                    row.ClosedAt!.Value,
                    db.Set<EvaluationRow>().Where(rating => rating.TenantId == row.TenantId && rating.CaseId == row.Id && rating.IsCurrent)
                        .Select(rating => rating.DepartmentRating + " " + rating.ResponsibleRating).FirstOrDefault()))
                .ToListAsync(ct);
        }

        var drawn = closed.Where(IsDrawn).ToList();
        return drawn.Count == 0 ? 0 : await setting.Database.WriteAsync(
            (db, _) =>
            {
                db.AddRange(drawn.Select(item => new ReturnVisitRow
                {
                    TenantId = item.TenantId, Id = Guid.CreateVersion7(now), CaseId = item.CaseId, DrawnAt = now, DrawnFor = Worse(item.Ratings), DueAt = item.ClosedAt.AddDays(Days),
                }));
                return Task.FromResult(drawn.Count);
            },
            ct);
    }

    /// <summary>The visits of the cases that exist for a reader, the next due first.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="isDone">True for those that were made, the newest first; false for those to make.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<ReturnVisit>> ListAsync(Viewer viewer, bool isDone, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        await using PlatformDb db = setting.Database.CreateDbContext();
        var visits = db.Set<ReturnVisitRow>().Where(row => row.TenantId == viewer.TenantId && (row.DoneAt != null) == isDone);
        var rows = await visits.Join(CaseAccess.Cases(db, viewer), visit => visit.CaseId, row => row.Id, (visit, row) => new { visit, row })
            .OrderBy(pair => isDone ? pair.visit.DrawnAt : pair.visit.DueAt).Take(Most).ToListAsync(ct);
        var directory = await setting.Org.GetAsync(viewer.TenantId, ct);
        var now = setting.Clock.GetUtcNow();
        return
        [
            .. rows.Select(pair => new ReturnVisit
            {
                Visit = pair.visit,
                Number = pair.row.Number,
                Title = setting.Sealer.Open(pair.row.Id, pair.row.Title),
                HandlingUnit = pair.row.LeadUnitId is { } unit ? directory.Unit(unit)?.ShortName : null,
                DoneBy = pair.visit.DoneById is { } person ? directory.Person(person)?.Name : null,
                Citizen = setting.Sealer.Open(pair.row.Id, pair.row.PetitionerName) ?? "",
                Phone = Visits(directory, viewer, pair.row, now) ? setting.Sealer.Open(pair.row.Id, pair.row.Phone) : Masks.Phone(setting.Sealer.Open(pair.row.Id, pair.row.Phone)),
                MayRecord = pair.visit.DoneAt is null && Visits(directory, viewer, pair.row, now),
            }),
        ];
    }

    /// <summary>Keeps what a citizen said. When the books are not true, the matter is taken up again as a case of its own.</summary>
    /// <param name="viewer">Who asked, a visitor of the desk.</param>
    /// <param name="order">What was said.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The new case; null when none was needed; or <c>visit.not-found</c>, <c>visit.done</c>, <c>visit.not-allowed</c>, <c>visit.text</c>.</returns>
    public async Task<Result<Registered?>> RecordAsync(Viewer viewer, RecordVisit order, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(order);
        var now = setting.Clock.GetUtcNow();
        ReturnVisitRow? visit;
        CaseRow? row;
        await using (PlatformDb db = setting.Database.CreateDbContext())
        {
            visit = await db.Set<ReturnVisitRow>().FirstOrDefaultAsync(item => item.TenantId == viewer.TenantId && item.Id == order.VisitId, ct);
            row = visit is null ? null : await CaseAccess.Cases(db, viewer).FirstOrDefaultAsync(item => item.Id == visit.CaseId, ct);
        }

        if (visit is null || row is null)
        {
            return new Problem("visit.not-found", "没有找到这次回访。");
        }

        if (Fault(await setting.Org.GetAsync(viewer.TenantId, ct), viewer, visit, row, order, now) is { } fault)
        {
            return fault;
        }

        Registered? reopened = null;
        if (order is { IsReached: true, IsTrue: false })
        {
            var registered = await cases.RegisterAsync(Reopen(row, viewer, order), ct);
            if (registered.Problem is { } problem)
            {
                return problem;
            }

            reopened = registered.Value;
        }

        await KeepAsync(visit, viewer, order, reopened, now, ct);
        return Result.Of(reopened);
    }

    private Task<bool> KeepAsync(ReturnVisitRow visit, Viewer viewer, RecordVisit order, Registered? reopened, DateTimeOffset now, CancellationToken ct)
    {
        visit.DoneAt = now;
        visit.DoneById = viewer.PersonId;
        visit.Method = order.Method;
        visit.IsReached = order.IsReached;
        visit.IsTrue = order.IsReached ? order.IsTrue : null;
        visit.Text = string.IsNullOrWhiteSpace(order.Text) ? null : order.Text.Trim();
        visit.ReopenedCaseId = reopened?.CaseId;
        return setting.Database.WriteAsync(
            (db, _) =>
            {
                db.Update(visit);
                db.Add(new CommunicationRow
                {
                    TenantId = visit.TenantId, Id = Guid.CreateVersion7(now), CaseId = visit.CaseId, At = now, ById = viewer.PersonId, Method = order.Method, Kind = "return-visit",
                    Reached = order.IsReached, Text = visit.Text,
                });
                return Task.FromResult(true);
            },
            ct);
    }

    private static Problem? Fault(OrgDirectory directory, Viewer viewer, ReturnVisitRow visit, CaseRow row, RecordVisit order, DateTimeOffset now) => (visit, order) switch
    {
        ({ DoneAt: not null }, _) => new Problem("visit.done", "这次回访已经记录过了。"),
        _ when !Visits(directory, viewer, row, now) => new Problem("visit.not-allowed", "回访由登记点的回访员进行，承办单位不能自己回访自己。"),
        (_, { Text.Length: > LongestText }) => new Problem("visit.text", "回访记录请不超过一千字。"),
        (_, { IsReached: true, IsTrue: false }) when string.IsNullOrWhiteSpace(order.Text) => new Problem("visit.text", "与办理情况不符时，请写明群众怎么说。"),
        _ => null,
    };

    private RegisterCase Reopen(CaseRow row, Viewer viewer, RecordVisit order)
    {
        var sealer = setting.Sealer;
        return new RegisterCase
        {
            TenantId = row.TenantId,
            CommandId = order.CommandId,
            By = Actor.Person(viewer.PersonId!.Value),
            Ledger = row.Ledger,
            Channel = row.Channel,
            Title = row.Title,
            Text = $"{row.Body}\n\n回访情况：{order.Text}",
            Category = row.Category,
            Town = row.Town,
            Village = row.Village,
            Place = sealer.Open(row.Id, row.Place) ?? "",
            PersonName = sealer.Open(row.Id, row.PetitionerName),
            Phone = sealer.Open(row.Id, row.Phone),
            IdentityNumber = sealer.Open(row.Id, row.IdentityNumber),
            GroupSize = row.GroupSize,
            Origin = new CaseOrigin(row.Id, row.Number, CaseRelations.Reopened),
        };
    }

    private static bool Visits(OrgDirectory directory, Viewer viewer, CaseRow row, DateTimeOffset now) =>
        directory.HoldersByRole(VisitorRole, row.DeskUnitId, now).Any(held => held.Person.Id == viewer.PersonId) && (row.LeadUnitId is not { } unit || !viewer.UnitIds.Contains(unit));

    private static bool IsDrawn(Closed item) =>
        BitConverter.ToUInt32(SHA256.HashData(item.CaseId.ToByteArray())) % 100 < (Worse(item.Ratings) is { } worse ? Percent[worse] : 100);

    /// <summary>The worse of the two ratings; null when there is none.</summary>
    private static string? Worse(string? ratings) => ratings?.Split(' ').MaxBy(rating => Percent.GetValueOrDefault(rating));

    private sealed record Closed(string TenantId, Guid CaseId, DateTimeOffset ClosedAt, string? Ratings);
}

/// <summary>A visit in a list.</summary>
public sealed record ReturnVisit
{
    /// <summary>The visit.</summary>
    public required ReturnVisitRow Visit { get; init; }

    /// <summary>Number of the case.</summary>
    public required string Number { get; init; }

    /// <summary>Title of the case.</summary>
    public required string Title { get; init; }

    /// <summary>Who handled it; null for nobody.</summary>
    public string? HandlingUnit { get; init; }

    /// <summary>Who asked; null until then.</summary>
    public string? DoneBy { get; init; }

    /// <summary>Name of the citizen; empty when not given.</summary>
    public required string Citizen { get; init; }

    /// <summary>Phone; masked for all but the visitors.</summary>
    public string? Phone { get; init; }

    /// <summary>Whether the reader may record it.</summary>
    public bool MayRecord { get; init; }
}

/// <summary>What a citizen said at a visit.</summary>
/// <param name="VisitId">The visit.</param>
/// <param name="CommandId">Names the order to take the matter up again.</param>
/// <param name="Method">How.</param>
/// <param name="IsReached">Whether the citizen was reached.</param>
/// <param name="IsTrue">Whether what the books say is what the citizen says.</param>
/// <param name="Text">What was said.</param>
public sealed record RecordVisit(Guid VisitId, Guid CommandId, string Method, bool IsReached, bool IsTrue, string? Text);
