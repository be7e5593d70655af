using System.Globalization;
using Platform.Activities.Books;
using Platform.Governance.Cases;
using Platform.Governance.Rows;
using Platform.Runtime.Activities;

namespace Platform.Activities.Gatekeep;

/// <summary>
/// 书记把关: the liaison office and the secretary compare claim and result before the citizen is answered; leaders decide on
/// what a citizen is dissatisfied with. Sending back never resets the original due date; it gives five working days.
/// </summary>
/// <param name="setting">What the services of the cases work with.</param>
/// <param name="rework">Sends a case back.</param>
[Activity("gov", "Gatekeep", DisplayName = "书记把关", Description = "初核、把关、认定、提级督办；退回重办不重置原到期日。", Category = "三本账", Icon = "shield")]
public sealed class GatekeepActivity(CaseSetting setting, Rework rework) : CaseActivity(setting)
{
    /// <summary>check, secretary, adjudicate, line-2 or line-3.</summary>
    [Input(DisplayName = "环节", Options = ["check", "secretary", "adjudicate", "line-2", "line-3"], DefaultValue = "\"secretary\"")]
    public Input<string> Phase { get; } = new("phase");

    /// <inheritdoc />
    public override IReadOnlyList<Outcome> Outcomes { get; } =
        [new("pass", "通过"), new("back", "退回重办"), new("rework", "重办"), new("uphold", "认定诉求无依据"), new("explain", "解释并告知复查"), new("secretary", "提请书记督办")];

    /// <inheritdoc />
    public override string? Post => "书记";

    /// <inheritdoc />
    public override IReadOnlyList<string> Shows => [.. base.Shows, "claim-and-result", "clocks"];

    /// <inheritdoc />
    protected override string NameOf(TaskCompletionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Get(Phase) switch
        {
            "check" => "联系办初核",
            "adjudicate" => "书记认定",
            "line-2" => "二线：分管领导督办",
            "line-3" => "三线：书记督办",
            _ => "书记把关",
        };
    }

    /// <inheritdoc />
    protected override async ValueTask WorkAsync(CaseWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var phase = work.Context.Get(Phase) ?? "secretary";
        if (phase == "adjudicate" && work.Outcome == "rework")
        {
            await rework.DissatisfiedAsync(work);
            return;
        }

        if (phase is "line-2" or "line-3")
        {
            Supervise(work, phase == "line-2" ? 2 : 3);
        }

        if (work.Outcome is "back" or "rework")
        {
            await rework.SendBackAsync(work);
        }
    }

    private static void Supervise(CaseWork work, int line)
    {
        var step = work.Step;
        work.Change(row => row.SupervisionLine = Math.Max(row.SupervisionLine, line));
        work.Add(id => new SupervisionOrderRow
        {
            TenantId = step.TenantId, Id = id, CaseId = step.CaseId, Line = line, At = step.At, UnitId = work.Row.LeadUnitId, DueAt = step.At.AddDays(7),
            Number = string.Create(CultureInfo.InvariantCulture, $"督{line}-{work.Row.Number}-群众不满意"), Reason = step.Text("instruction") ?? "群众不满意",
            LiftedAt = step.Outcome == "explain" ? step.At : null, LiftedReason = step.Outcome == "explain" ? "依法解释并告知复查权利" : null,
        });
    }
}
