using Platform.Activities.Books;
using Platform.Decisions.Feel;
using Platform.Governance.Cases;
using Platform.Runtime.Activities;

namespace Platform.Activities.SecretaryReview;

/// <summary>书记阅批: the secretary agrees to the proposal, changes it, sends it back or refuses. With agreement the case is accepted and both clocks start.</summary>
/// <param name="setting">What the services of the cases work with.</param>
[Activity("gov", "SecretaryReview", DisplayName = "书记阅批", Description = "一页呈批：同意、改办、退回补正或不予受理；同意即受理，两只钟起算。", Category = "三本账", Icon = "signature")]
public sealed class SecretaryReviewActivity(CaseSetting setting) : CaseActivity(setting)
{
    /// <inheritdoc />
    public override IReadOnlyList<Outcome> Outcomes { get; } =
        [new("agree", "同意拟办"), new("change", "改办"), new("supplement", "退回补正"), new("reject", "不予受理")];

    /// <inheritdoc />
    public override string? Post => "书记";

    /// <inheritdoc />
    public override IReadOnlyList<string> Shows => [.. base.Shows, "proposal"];

    /// <inheritdoc />
    protected override string NameOf(TaskCompletionContext context) => "书记阅批";

    /// <inheritdoc />
    protected override async ValueTask WorkAsync(CaseWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (work.Outcome is not ("agree" or "change"))
        {
            if (work.Outcome == "reject")
            {
                work.Change(row => row.NotBookedReason = work.Step.Text("instruction") ?? row.NotBookedReason);
            }

            return;
        }

        work.Set(CaseVariables.AcceptedAt, work.Now);
        work.Change(row => row.AcceptedAt ??= work.Now);
        if (work.Row.Ledger != Ledgers.Complaints)
        {
            await AcceptAsync(work);
        }
    }

    private async Task AcceptAsync(CaseWork work)
    {
        var directory = await Setting.Org.GetAsync(work.Step.TenantId, work.Context.CancellationToken);
        var calendar = await Setting.Calendars.GetAsync(work.Step.TenantId, work.Context.CancellationToken);
        var lead = Units.Find(directory, work.Step.Values.GetValueOrDefault("leadUnit") ?? FeelValue.Null);
        var clock = CaseClock.Set(work.Context.GetVariable(CaseVariables.Limits), work.Now, calendar);
        if (lead is null)
        {
            work.Refuse("case.lead-unit", "请选择主办单位。");
            return;
        }

        if (clock is null)
        {
            work.Refuse("case.no-limits", "办理时限决策表没有给出承诺时限，请联系流程管理员。");
            return;
        }

        work.Set(CaseVariables.LeadUnit, FeelValue.Of(lead.Code));
        work.Set(CaseVariables.HandlerUnit, FeelValue.Of(lead.Code));
        work.Set(CaseVariables.CoUnits, Units.Codes(Units.FindAll(directory, work.Step.Values.GetValueOrDefault("coUnits") ?? FeelValue.Null)));
        work.Set(CaseVariables.PromiseDue, clock.PromiseDue);
        work.Set(CaseVariables.LegalDue, clock.LegalDue);
        work.Set(CaseVariables.SuperviseAt, clock.SuperviseAt);
        work.Change(row =>
        {
            row.LeadUnitId = lead.Id;
            row.PromiseDueAt = clock.PromiseDue;
            row.OriginalPromiseDueAt ??= clock.PromiseDue;
            row.LegalDueAt = clock.LegalDue;
            row.OriginalLegalDueAt ??= clock.LegalDue;
        });
    }
}
