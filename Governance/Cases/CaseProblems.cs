using Platform.Kernel;

namespace Platform.Governance.Cases;

/// <summary>Refusals of the governance of cases: stable codes with sentences for officials.</summary>
internal static class CaseProblems
{
    public static Problem NotFound { get; } = new("case.not-found", "没有找到这件来件。");

    public static Problem NoDesk { get; } = new("case.no-desk", "您不在登记受理点的岗位上，不能登记来件。");

    public static Problem UnknownLedger(string ledger) => new("case.unknown-ledger", $"没有“{ledger}”这本账，请选择利益诉求、意见建议或者投诉举报。");

    public static Problem Title { get; } = new("case.title", "请填写标题，不超过二百字。");

    public static Problem Text { get; } = new("case.text", "正文不能超过五千字。");

    public static Problem Group { get; } = new("case.group", "人数至少一人；多人反映的，代表不超过五人（《信访工作条例》第二十条）。");

    public static Problem Closed(string number) => new("case.closed", $"{number} 已经办结，不能再做这个操作。");

    public static Problem NotHandling(string number) => new("case.not-handling", $"{number} 不在办理中，不能申请延期或者暂停。");

    public static Problem ExtensionLimit(string limit) => new("case.extension-limit", limit);

    public static Problem PauseLimit(string limit) => new("case.pause-limit", limit);

    public static Problem Rating { get; } = new("case.rating", "请对联系办和责任部门分别选择满意、基本满意或者不满意。");

    public static Problem RatingReason { get; } = new("case.rating-reason", "请写明不满意的原因，我们才好改进。");

    public static Problem RatingClosed { get; } = new("case.rating-closed", "这件事现在不能评价：还没有答复，或者已经过了答复后三十日。");

    public static Problem QueryCode { get; } = new("case.query-code", "没有查到这个查询码，请核对后再试。");

    public static Problem MergeSealed { get; } = new("case.merge-sealed", "密封件不能与其他件合并或者关联。");

    public static Problem SplitDesk { get; } = new("case.split-desk", "由这件所在登记点的人员分件。");

    public static Problem MergeSelf { get; } = new("case.merge-self", "不能并入自己，也不能并入已经被合并的件。");
}
