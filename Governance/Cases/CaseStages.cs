namespace Platform.Governance.Cases;

/// <summary>The nine steps that people know, and which of them a stage of the process belongs to.</summary>
public static class CaseStages
{
    /// <summary>Stage of a case that was merged into another.</summary>
    public const string Merged = "已并入";

    /// <summary>Stage of a case that was closed and archived.</summary>
    public const string Archived = "已归档";

    /// <summary>Stage of a case about the secretary that was forwarded.</summary>
    public const string Forwarded = "已径送";

    /// <summary>Stage of a case whose process was cancelled or terminated.</summary>
    public const string Stopped = "已终止";

    /// <summary>Stages in which the responsible unit has the case.</summary>
    public static IReadOnlyList<string> Handling { get; } = ["待交办", "待签收", "退办待审", "办理中", "待反馈审核"];

    /// <summary>Names of the nine steps in order.</summary>
    public static IReadOnlyList<string> Steps { get; } =
        ["分类建账", "书记阅批", "受理告知", "快速交办", "严格督查", "结果反馈", "书记把关", "回复征询", "销号归档"];

    /// <summary>Number of the step, 1 to 9, that a stage belongs to; 10 when the case is over; 1 for an unknown stage.</summary>
    /// <param name="stage">Stage as the process words it (gov:stage).</param>
    public static int StepOf(string stage) => stage switch
    {
        "待建账" or "待径送" => 1,
        "待阅批" => 2,
        "待告知" => 3,
        "待交办" or "待签收" or "退办待审" or "待移送" => 4,
        "办理中" or "待反馈审核" or "待移送签收" or "已移送" => 6,
        "待初核" or "待书记把关" => 7,
        "待征询" or "待书记认定" or "提级督办" => 8,
        "待销号" => 9,
        Archived or Merged or Forwarded or Stopped => 10,
        _ => 1,
    };
}
