using Platform.Activities.Books;
using Platform.Governance.Cases;
using Platform.Governance.Notices;
using Platform.Governance.Rows;
using Platform.Runtime.Activities;

namespace Platform.Activities.AcceptanceNotice;

/// <summary>受理告知: tells the citizen that the matter was accepted, led to a legal path or refused; of a case about the secretary it records the delivery to the level above.</summary>
/// <param name="setting">What the services of the cases work with.</param>
[Activity("gov", "AcceptanceNotice", DisplayName = "受理告知", Description = "书面、短信或电话告知受理、导入法定途径或不予受理；留下告知回执。", Category = "三本账", Icon = "envelope")]
public sealed class AcceptanceNoticeActivity(CaseSetting setting) : CaseActivity(setting)
{
    /// <summary>accept, redirect, refuse or forward-up.</summary>
    [Input(DisplayName = "告知种类", Options = ["accept", "redirect", "refuse", "forward-up"], DefaultValue = "\"accept\"")]
    public Input<string> Kind { get; } = new("kind");

    /// <inheritdoc />
    public override IReadOnlyList<Outcome> Outcomes { get; } = [new("sent", "已告知"), new("exempt", "无联系方式，免告知")];

    /// <inheritdoc />
    public override string? Post => "登记员";

    /// <inheritdoc />
    protected override string NameOf(TaskCompletionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Get(Kind) switch
        {
            "redirect" => "告知法定途径",
            "refuse" => "告知不予受理",
            "forward-up" => "密封径送上级",
            _ => "受理告知",
        };
    }

    /// <inheritdoc />
    protected override ValueTask WorkAsync(CaseWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var kind = work.Context.Get(Kind) ?? "accept";
        if (work.Outcome == "exempt" && work.Row.HasContact)
        {
            work.Refuse("notice.has-contact", "群众留有联系方式，不能免告知。");
            return ValueTask.CompletedTask;
        }

        if (!NoticeTexts.IsComplete(work.Step.Text("noticeText")))
        {
            work.Refuse("notice.incomplete", "告知内容里还有“【请填写：…】”，请填好或者删去后再提交。");
            return ValueTask.CompletedTask;
        }

        work.Change(row => row.Result = Result(kind) ?? row.Result);
        if (work.Outcome == "sent")
        {
            var step = work.Step;
            var text = Kept(step, step.Text("noticeText"));
            work.Add(id => new DeliveryRow
            {
                TenantId = step.TenantId, Id = id, CaseId = step.CaseId, At = step.At, ById = step.By, Kind = kind == "forward-up" ? "forward" : kind,
                Method = step.Text("method") ?? "机要", Text = text, Receipt = step.Text("bagNumber"),
            });
        }

        return ValueTask.CompletedTask;
    }

    private static string? Result(string kind) => kind switch
    {
        "redirect" => "导入",
        "refuse" => "不予受理",
        "forward-up" => "移送",
        _ => null,
    };
}
