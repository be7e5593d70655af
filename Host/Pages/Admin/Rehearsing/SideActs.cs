using Platform.Governance.Cases;
using Platform.Governance.Clocks;
using static Platform.Host.Pages.Admin.Rehearsing.SideWordKind;

namespace Platform.Host.Pages.Admin.Rehearsing;

/// <summary>What officials and citizens can do about a matter beside its tasks, each as the step of a scenario that does it.</summary>
public static class SideActs
{
    /// <summary>Somebody leaves all posts.</summary>
    public const string Leaving = "岗位";

    /// <summary>What a flag says when it is set.</summary>
    public const string Yes = "是";

    /// <summary>The word that names a ledger.</summary>
    public const string Ledger = "账别";

    private const string Joining = "关联";

    private static readonly SideWord Reason = new("理由", Text, "Rehearse.Word.Reason");
    private static readonly string[] Ratings = ["满意", "基本满意", "不满意"];

    /// <summary>All of them, in the order in which they are offered.</summary>
    public static IReadOnlyList<SideAct> All { get; } =
    [
        new("延期", SideScope.Cases, [new("谁", Head, "Rehearse.Word.Approver"), new("天数", Days, "Rehearse.Word.Days"), Reason]),
        new("暂停", SideScope.Cases,
        [
            new("谁", Head, "Rehearse.Word.Approver"), new("天数", Days, "Rehearse.Word.Days"),
            new("事由", Choice, "Rehearse.Word.Ground") { Options = [.. CaseClocks.PauseReasons] }, new("证据", Text, "Rehearse.Word.Evidence"),
        ]),
        new("恢复", SideScope.Cases, [new("谁", Head, "Rehearse.Word.Actor")]),
        new("回避", SideScope.Cases, [new("人", Handler, "Rehearse.Word.Recused"), new("谁", Head, "Rehearse.Word.Decider"), Reason]),
        new("挂账申请", SideScope.Cases, [new("谁", Handler, "Rehearse.Word.Asker"), Reason, new("复看", Date, "Rehearse.Word.ReviewOn")]),
        new("挂账决定", SideScope.Cases, [new("谁", Person, "Rehearse.Word.Decider"), new("同意", Flag, "Rehearse.Word.Agrees"), new("意见", Text, "Rehearse.Word.Opinion") { IsOptional = true }]),
        new("分案", SideScope.Cases,
        [
            new("谁", Handler, "Rehearse.Word.Actor"), new("账别", Choice, "Rehearse.Word.Ledger") { Options = [.. Ledgers.All.Select(ledger => ledger.Code)] },
            new("标题", Text, "Case.Title"), new("正文", Text, "Case.Text") { IsOptional = true }, new("新件", NewMatter, ""),
        ]),
        new("评价", SideScope.Cases,
        [
            new("联系办", Choice, "Rehearse.Word.RatesDesk") { Options = [.. Ratings] }, new("责任部门", Choice, "Rehearse.Word.RatesUnit") { Options = [.. Ratings] },
            Reason with { IsOptional = true },
        ]),
        new("群众撤回", SideScope.Cases, [new("内容", Text, "Rehearse.Word.Said") { IsOptional = true }]),
        new("复查", SideScope.Cases, []),
        new("复查意见", SideScope.Cases, [new("意见", Text, "Rehearse.Word.Opinion")]),
        new(Joining, SideScope.Cases, [new("件们", Matters, "")]),
        new("撤回", SideScope.Started, [new("谁", Person, "Rehearse.Word.Starter"), Reason]),
        new(Leaving, SideScope.All, [new("人", Handler, "Rehearse.Word.Leaves")]),
    ];

    /// <summary>The one of a name; null when there is none.</summary>
    /// <param name="name">Name of the step.</param>
    public static SideAct? Find(string name) => All.FirstOrDefault(act => act.Name == name);

    /// <summary>What is offered for a matter.</summary>
    /// <param name="carriesCases">Whether it is a case.</param>
    /// <param name="matters">How many matters there are.</param>
    public static IEnumerable<SideAct> For(bool carriesCases, int matters) => All.Where(act =>
        (act.Scope == SideScope.All || act.Scope == (carriesCases ? SideScope.Cases : SideScope.Started)) && (act.Name != Joining || matters > 1));
}
