using Microsoft.EntityFrameworkCore;
using Platform.Activities.Books;
using Platform.Governance.Cases;
using Platform.Governance.Rows;
using Platform.Runtime.Activities;

namespace Platform.Activities.Feedback;

/// <summary>
/// 结果反馈: the responsible unit reports what it found and decided; helping units give their opinions, the head signs, and
/// supervision orders are answered. Of complaints only that they were dealt with.
/// </summary>
/// <param name="setting">What the services of the cases work with.</param>
[Activity("gov", "Feedback", DisplayName = "结果反馈", Description = "处理意见书、建议论证、协办意见、负责人审签、督办回执。", Category = "三本账", Icon = "reply")]
public sealed class FeedbackActivity(CaseSetting setting) : CaseActivity(setting)
{
    /// <summary>feedback, study, co-handle, sign-off, supervision-reply or discipline.</summary>
    [Input(DisplayName = "环节", Options = ["feedback", "study", "co-handle", "sign-off", "supervision-reply", "discipline"], DefaultValue = "\"feedback\"")]
    public Input<string> Phase { get; } = new("phase");

    /// <inheritdoc />
    public override IReadOnlyList<Outcome> Outcomes { get; } = [new("submit", "提交"), new("approve", "同意报出"), new("back", "退回修改", NeedsOpinion: true)];

    /// <inheritdoc />
    public override string? Post => "承办人";

    /// <inheritdoc />
    public override IReadOnlyList<string> Shows => [.. base.Shows, "clocks", "dispatch", "supervision"];

    /// <inheritdoc />
    protected override string NameOf(TaskCompletionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Get(Phase) switch
        {
            "study" => "研究论证",
            "co-handle" => "协办",
            "sign-off" => "负责人审签",
            "supervision-reply" => "督办回执",
            "discipline" => "办结反馈",
            _ => "结果反馈",
        };
    }

    /// <inheritdoc />
    protected override async ValueTask WorkAsync(CaseWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        switch (work.Context.Get(Phase) ?? "feedback")
        {
            case "feedback" or "study":
                work.Change(row => row.Result = work.Step.Text("conclusion"));
                break;
            case "co-handle":
                await CoHandleAsync(work);
                break;
            case "sign-off" when work.Outcome == "approve":
                work.Change(row => row.FeedbackAt = work.Now);
                break;
            case "supervision-reply":
                Reply(work);
                break;
            case "discipline":
                Discipline(work);
                break;
            default:
                break;
        }
    }

    private async Task CoHandleAsync(CaseWork work)
    {
        var directory = await Setting.Org.GetAsync(work.Step.TenantId, work.Context.CancellationToken);
        var step = work.Step;
        if (Units.Find(directory, work.Context.GetVariable("coUnit")) is not { } unit)
        {
            return;
        }

        work.Enlist(async (db, ct) =>
        {
            var row = await db.Set<CoHandlingRow>().AsTracking()
                .Where(item => item.TenantId == step.TenantId && item.CaseId == step.CaseId && item.UnitId == unit.Id)
                .OrderByDescending(item => item.Id).FirstOrDefaultAsync(ct);
            if (row is not null)
            {
                row.AnsweredAt = step.At;
                row.AnsweredById = step.By;
                row.Text = step.Text("coOpinion");
            }
        });
    }

    private static void Reply(CaseWork work)
    {
        var step = work.Step;
        work.Enlist(async (db, ct) =>
        {
            var order = await db.Set<SupervisionOrderRow>().AsTracking()
                .Where(item => item.TenantId == step.TenantId && item.CaseId == step.CaseId && item.RepliedAt == null)
                .OrderByDescending(item => item.Id).FirstOrDefaultAsync(ct);
            if (order is not null)
            {
                order.RepliedAt = step.At;
                order.RepliedById = step.By;
                order.Progress = step.Text("progress");
                order.Measures = step.Text("measures");
            }
        });
    }

    private static void Discipline(CaseWork work)
    {
        var step = work.Step;
        work.Enlist((db, ct) => db.Set<TransferRow>()
            .Where(item => item.TenantId == step.TenantId && item.CaseId == step.CaseId && item.ReceivedAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.ClosedAt, step.At), ct));
    }
}
