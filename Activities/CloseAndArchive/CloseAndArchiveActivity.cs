using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Activities.Books;
using Platform.Governance.Archives;
using Platform.Governance.Cases;
using Platform.Governance.Rows;
using Platform.Runtime.Activities;

namespace Platform.Activities.CloseAndArchive;

/// <summary>销号归档: closes a case whose conditions are met and gives its file a place and a time to be kept.</summary>
/// <param name="setting">What the services of the cases work with.</param>
/// <param name="decisions">Knows how long files are kept.</param>
[Activity("gov", "CloseAndArchive", DisplayName = "销号归档", Description = "核对销号条件，销号成卷，定保管期限。", Category = "三本账", Icon = "archive")]
public sealed class CloseAndArchiveActivity(CaseSetting setting, CaseDecisions decisions) : CaseActivity(setting)
{
    /// <inheritdoc />
    public override IReadOnlyList<Outcome> Outcomes { get; } = [new("close", "销号归档")];

    /// <inheritdoc />
    public override string? Post => "登记员";

    /// <inheritdoc />
    public override IReadOnlyList<string> Shows => [.. base.Shows, "close-out", "evaluations"];

    /// <inheritdoc />
    protected override string NameOf(TaskCompletionContext context) => "销号归档";

    /// <inheritdoc />
    protected override async ValueTask WorkAsync(CaseWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var ct = work.Context.CancellationToken;
        IReadOnlyList<string> missing;
        await using (var db = Setting.Database.CreateDbContext())
        {
            missing = await CloseOut.MissingAsync(db, work.Row, ct);
        }

        if (missing.Count > 0)
        {
            work.Refuse("case.close-conditions", $"还不能销号：{string.Join("；", missing)}。");
            return;
        }

        var result = work.Step.Text("result") ?? work.Row.Result ?? "终止";
        var retention = await decisions.RetentionAsync(work.Step.TenantId, work.Row.Ledger, result, work.Row.GroupSize, ct);
        var year = (await Setting.Calendars.GetAsync(work.Step.TenantId, ct)).DateOf(work.Now).Year;
        work.Change(row =>
        {
            row.Result = result;
            row.ClosedAt = work.Now;
            row.Retention = retention;
            row.ArchiveNumber = string.Create(CultureInfo.InvariantCulture, $"DA-{year}-{row.Number}");
        });
        LiftOrders(work);
    }

    private static void LiftOrders(CaseWork work)
    {
        var step = work.Step;
        work.Enlist((db, ct) => db.Set<SupervisionOrderRow>()
            .Where(row => row.TenantId == step.TenantId && row.CaseId == step.CaseId && row.LiftedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LiftedAt, step.At).SetProperty(row => row.LiftedReason, "已销号"), ct));
    }
}
