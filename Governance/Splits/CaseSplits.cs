using Microsoft.EntityFrameworkCore;
using Platform.Governance.Cases;
using Platform.Governance.Rows;
using Platform.Governance.Sealing;
using Platform.Kernel;
using Platform.Runtime.Access;
using Platform.Runtime.Instances;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Splits;

/// <summary>一信多事分件: one matter of a mixed case becomes a case of its own, handled, answered and closed on its own.</summary>
public sealed class CaseSplits(CaseSetting setting, CaseService cases)
{
    /// <summary>Whether a person may split a case: it is open and lies at their desk.</summary>
    /// <param name="viewer">The person.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<bool> MaySplitAsync(Viewer viewer, Guid caseId, CancellationToken ct) => (await FindAsync(viewer, caseId, ct)).IsSuccess;

    /// <summary>Makes the new case. Complaints are sealed and bear no number or link that leads back.</summary>
    /// <param name="viewer">Who splits, at the desk of the case.</param>
    /// <param name="order">The matter.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The new case; or <c>case.not-found</c>, <c>case.closed</c>, <c>case.split-desk</c>, or why it cannot be registered.</returns>
    public async Task<Result<Registered>> SplitAsync(Viewer viewer, SplitCase order, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(order);
        var found = await FindAsync(viewer, order.CaseId, ct);
        return found.IsSuccess ? await cases.RegisterAsync(Order(found.Value, viewer, order), ct) : found.Problem!;
    }

    private RegisterCase Order(CaseRow row, Viewer viewer, SplitCase order)
    {
        var sealer = setting.Sealer;
        var isSealed = TextSealer.IsSealed(row.Title);
        var name = sealer.Open(row.Id, row.PetitionerName);
        var phone = sealer.Open(row.Id, row.Phone);
        return new RegisterCase
        {
            TenantId = row.TenantId,
            CommandId = order.CommandId,
            By = Actor.Person(viewer.PersonId!.Value),
            Ledger = order.Ledger,
            Channel = row.Channel,
            Title = order.Title,
            Text = order.Text,
            Category = order.Category,
            Urgency = row.Urgency,
            Town = row.Town,
            Village = row.Village,
            Place = sealer.Open(row.Id, row.Place) ?? "",
            PersonName = name,
            Phone = phone,
            IdentityNumber = sealer.Open(row.Id, row.IdentityNumber),
            ProxyName = sealer.Open(row.Id, row.ProxyName),
            Anonymous = name is null && phone is null,
            WantsSecrecy = isSealed && row.Ledger != Ledgers.Complaints,
            GroupSize = row.GroupSize,
            MayPublish = row.MayPublish,
            AccusesOfficial = order.AccusedPersonIds.Count > 0,
            AccusedPersonIds = order.AccusedPersonIds,
            AccusedUnitIds = order.AccusedUnitIds,
            ArrivedAt = row.ArrivedAt,
            Origin = isSealed || order.Ledger == Ledgers.Complaints ? null : new CaseOrigin(row.Id, row.Number, CaseRelations.Split),
        };
    }

    private async Task<Result<CaseRow>> FindAsync(Viewer viewer, Guid caseId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        await using PlatformDb db = setting.Database.CreateDbContext();
        if (viewer.PersonId is not { } person || await CaseAccess.Cases(db, viewer).FirstOrDefaultAsync(item => item.Id == caseId, ct) is not { } row)
        {
            return CaseProblems.NotFound;
        }

        if (!row.IsOpen)
        {
            return CaseProblems.Closed(row.Number);
        }

        var directory = await setting.Org.GetAsync(viewer.TenantId, ct);
        return Desks.At(directory, person, setting.Clock.GetUtcNow())?.Id == row.DeskUnitId ? row : CaseProblems.SplitDesk;
    }
}
