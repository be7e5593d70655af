using Microsoft.EntityFrameworkCore;
using Platform.Governance.Rows;
using Platform.Governance.Sealing;
using Platform.Governance.Splits;
using Platform.Runtime.Access;
using Platform.Runtime.Definitions;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Cases;

/// <summary>Puts one visible case together.</summary>
internal sealed class CaseReading(PlatformDb db, Viewer viewer, TextSealer sealer, OrgDirectory directory, DeployedProcess process)
{
    public async Task<CaseDetail> ReadAsync(CaseRow row, InformationScope scope, LedgerEntry entry, CancellationToken ct)
    {
        var takesPart = await db.Participants.AnyAsync(item => item.TenantId == row.TenantId && item.InstanceId == row.Id && item.PersonId == viewer.PersonId, ct);
        var dispatches = await OfAsync<DispatchRow>(row, item => item.CaseId == row.Id, item => item.At, ct);
        var coHandlings = await OfAsync<CoHandlingRow>(row, item => item.CaseId == row.Id, item => item.At, ct);
        var supervision = await OfAsync<SupervisionOrderRow>(row, item => item.CaseId == row.Id, item => item.At, ct);
        var units = dispatches.Select(item => item.UnitId).Concat(coHandlings.Select(item => item.UnitId))
            .Concat(supervision.Select(item => item.UnitId).OfType<Guid>()).Append(row.DeskUnitId).Distinct();
        return new CaseDetail
        {
            Entry = entry,
            Scope = scope,
            Body = sealer.Open(row.Id, row.Body),
            Channel = row.Channel,
            Category = row.Category,
            Place = sealer.Open(row.Id, row.Place),
            Desk = UnitName(row.DeskUnitId),
            RegisteredBy = row.RegisteredById is { } person ? PersonName(person) : null,
            Citizen = Citizen(row, takesPart),
            GroupSize = row.GroupSize,
            AcceptedAt = row.AcceptedAt,
            OriginalPromiseDueAt = row.OriginalPromiseDueAt,
            OriginalLegalDueAt = row.OriginalLegalDueAt,
            PausedSince = row.PausedSince,
            Result = row.Result,
            NotBookedReason = row.NotBookedReason,
            ClosedAt = row.ClosedAt,
            ArchiveNumber = row.ArchiveNumber,
            Retention = row.Retention,
            Steps = Steps(row),
            Opinions = await OpinionsAsync(row, ct),
            Dispatches = dispatches,
            CoHandlings = coHandlings,
            Supervision = supervision,
            Communications = [.. (await OfAsync<CommunicationRow>(row, item => item.CaseId == row.Id, item => item.At, ct)).Select(Opened)],
            Deliveries = [.. (await OfAsync<DeliveryRow>(row, item => item.CaseId == row.Id, item => item.At, ct)).Select(Opened)],
            Extensions = await OfAsync<ExtensionRow>(row, item => item.CaseId == row.Id, item => item.At, ct),
            Pauses = await OfAsync<PauseRow>(row, item => item.CaseId == row.Id, item => item.From, ct),
            Evaluations = await OfAsync<EvaluationRow>(row, item => item.CaseId == row.Id, item => item.At, ct),
            Reviews = await OfAsync<ReviewRow>(row, item => item.CaseId == row.Id, item => item.At, ct),
            UnitNames = units.ToDictionary(unit => unit, UnitName),
            Links = await LinksAsync(row, ct),
            ShelvedUntil = row.ShelvedUntil,
            Shelvings = [.. (await OfAsync<ShelvingRow>(row, item => item.CaseId == row.Id, item => item.AskedAt, ct)).Select(Shelving)],
        };
    }

    private async Task<IReadOnlyList<T>> OfAsync<T>(
        CaseRow row, System.Linq.Expressions.Expression<Func<T, bool>> belongs, System.Linq.Expressions.Expression<Func<T, DateTimeOffset>> order, CancellationToken ct)
        where T : class =>
        await db.Set<T>().Where(item => EF.Property<string>(item, "TenantId") == row.TenantId).Where(belongs).OrderBy(order).ToListAsync(ct);

    private async Task<IReadOnlyList<OpinionDetail>> OpinionsAsync(CaseRow row, CancellationToken ct) =>
    [
        .. (await OfAsync<OpinionRow>(row, item => item.CaseId == row.Id, item => item.At, ct)).Select(item => new OpinionDetail(
            item.At,
            item.Step,
            PersonName(item.ById),
            item.OnBehalfOfId is { } principal ? PersonName(principal) : null,
            process.UserTask(item.ElementId)?.Outcome(item.Outcome)?.Text ?? item.Outcome,
            sealer.Open(row.Id, item.Text),
            sealer.Open(row.Id, item.Form),
            item.Round)),
    ];

    /// <summary>Only links to cases that exist for the reader; the others leave no trace.</summary>
    private async Task<IReadOnlyList<CaseLink>> LinksAsync(CaseRow row, CancellationToken ct)
    {
        var linked = await CaseAccess.Cases(db, viewer)
            .Where(item => item.Id != row.Id
                && (item.Id == row.MainCaseId || item.MainCaseId == row.Id || item.Id == row.ParentCaseId || item.ParentCaseId == row.Id
                    || (row.AggregateId != null && item.AggregateId == row.AggregateId)))
            .OrderBy(item => item.Id).Take(100).ToListAsync(ct);
        return
        [
            .. linked.Select(item => new CaseLink(
                item.Id,
                item.Number,
                sealer.Open(item.Id, item.Title),
                Relation(row, item))),
        ];
    }

    private static string Relation(CaseRow row, CaseRow other) => other switch
    {
        _ when other.Id == row.MainCaseId => "主件",
        _ when other.MainCaseId == row.Id => "重复来件",
        _ when other.Id == row.ParentCaseId => "原件",
        { ParentRelation: CaseRelations.Split } when other.ParentCaseId == row.Id => "分出的件",
        _ when other.ParentCaseId == row.Id => "重开件",
        _ => "同事件",
    };

    private CitizenDetail Citizen(CaseRow row, bool takesPart)
    {
        var name = sealer.Open(row.Id, row.PetitionerName);
        var phone = sealer.Open(row.Id, row.Phone);
        return new CitizenDetail(
            takesPart && name is not null ? name : Masks.Name(name),
            takesPart ? phone : Masks.Phone(phone),
            Masks.Identity(sealer.Open(row.Id, row.IdentityNumber)),
            sealer.Open(row.Id, row.ProxyName),
            row.HasContact);
    }

    private ShelvingDetail Shelving(ShelvingRow item) => new(
        item.Id,
        sealer.Open(item.CaseId, item.Reason),
        item.ReviewAt,
        PersonName(item.AskedById),
        item.DecidedAt,
        item.DecidedById is { } person ? PersonName(person) : null,
        item.IsApproved,
        item.Decision,
        item.WokenAt);

    private DeliveryRow Opened(DeliveryRow item)
    {
        item.Text = sealer.Open(item.CaseId, item.Text);
        return item;
    }

    private CommunicationRow Opened(CommunicationRow item)
    {
        item.Text = sealer.Open(item.CaseId, item.Text);
        return item;
    }

    private static List<CaseStepState> Steps(CaseRow row)
    {
        var at = CaseStages.StepOf(row.Stage);
        return [.. CaseStages.Steps.Select((name, index) => new CaseStepState(index + 1, name, State(index + 1, at)))];
    }

    /// <summary>Supervision runs beside the handling: it is open while the unit has the case.</summary>
    private static string State(int step, int at) =>
        step == 5 ? at is 4 or 6 ? "open" : at > 6 ? "done" : "todo" : step < at ? "done" : step == at ? "open" : "todo";

    private string UnitName(Guid id) => directory.Unit(id)?.ShortName ?? "已撤销单位";

    private string PersonName(Guid id) => directory.Person(id)?.Name ?? "已离任人员";
}
