using Platform.Activities.Books;
using Platform.Governance.Inquiries;
using Platform.Governance.Notices;
using Platform.Governance.Rows;
using Platform.Runtime.Activities;

namespace Platform.Activities.InquireSatisfaction;

/// <summary>回复征询: somebody who did not handle the case answers the citizen and asks for two ratings, of the liaison office and of the responsible unit.</summary>
/// <param name="setting">What the services of the cases work with.</param>
/// <param name="rework">Sends a case back.</param>
[Activity("gov", "InquireSatisfaction", DisplayName = "回复征询", Description = "答复群众，对联系办和责任部门分别评价；不满意的重办或认定。", Category = "三本账", Icon = "phone")]
public sealed class InquireSatisfactionActivity(Governance.Cases.CaseSetting setting, Rework rework) : CaseActivity(setting)
{
    private const int Attempts = 3;

    /// <inheritdoc />
    public override IReadOnlyList<Outcome> Outcomes { get; } =
        [new("satisfied", "满意或基本满意"), new("rework", "不满意且合理，未解决"), new("groundless", "不满意但诉求无依据"), new("unreachable", "三次联系不上")];

    /// <inheritdoc />
    public override string? Post => "回访员";

    /// <inheritdoc />
    public override IReadOnlyList<string> Shows => [.. base.Shows, "reply", "contact"];

    /// <inheritdoc />
    protected override string NameOf(TaskCompletionContext context) => "回复征询";

    /// <inheritdoc />
    protected override async ValueTask WorkAsync(CaseWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (Fault(work) is { } fault)
        {
            work.Refuse(fault.Code, fault.Message);
            return;
        }

        Keep(work);
        if (work.Outcome == "rework")
        {
            await rework.DissatisfiedAsync(work);
        }
    }

    private static (string Code, string Message)? Fault(CaseWork work)
    {
        var (department, responsible) = (work.Step.Text("departmentRating"), work.Step.Text("responsibleRating"));
        return work.Outcome switch
        {
            _ when !NoticeTexts.IsComplete(work.Step.Text("replyText")) => ("notice.incomplete", "答复内容里还有“【请填写：…】”，请填好或者删去后再提交。"),
            "unreachable" => work.Step.Number("attempts") >= Attempts ? null : ("inquiry.attempts", "须在不同日期联系三次仍联系不上，才能这样办结。"),
            _ when !Rating.IsKnown(department) || !Rating.IsKnown(responsible) => ("case.rating", "请记录群众对联系办和责任部门的评价。"),
            "satisfied" when responsible == Rating.Dissatisfied || department == Rating.Dissatisfied => ("inquiry.rating-outcome", "群众有一项不满意，请选择不满意的结论。"),
            _ => null,
        };
    }

    private void Keep(CaseWork work)
    {
        var step = work.Step;
        var reached = step.Outcome != "unreachable";
        var method = step.Text("method") ?? "电话";
        var reply = Kept(step, step.Text("replyText"));
        work.Add(id => new CommunicationRow { TenantId = step.TenantId, Id = id, CaseId = step.CaseId, At = step.At, ById = step.By, Method = method, Kind = "inquiry", Reached = reached, Text = Kept(step, step.Opinion) });
        if (!reached)
        {
            return;
        }

        work.Add(id => new DeliveryRow { TenantId = step.TenantId, Id = id, CaseId = step.CaseId, At = step.At, ById = step.By, Kind = "reply", Method = method, Text = reply });
        var rating = Evaluations.New(
            step.TenantId, step.CaseId, work.Row.ReworkCount, method, step.Text("departmentRating")!, step.Text("responsibleRating")!, step.Text("dissatisfactionReason"), step.At);
        work.Enlist((db, ct) => Evaluations.AddAsync(db, rating, ct));
    }
}
