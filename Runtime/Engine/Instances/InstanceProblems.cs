using Platform.Kernel;

namespace Platform.Runtime.Instances;

/// <summary>Refusals that say nothing about the order: the same order may be accepted later.</summary>
public static class InstanceProblems
{
    /// <summary>Other writers were faster again and again.</summary>
    public static Problem Busy { get; } = new("instance.busy", "这件事正被别人同时处理，请稍后再试。");

    /// <summary>An operator lets the instance rest.</summary>
    public static Problem Suspended { get; } = new("instance.suspended", "这件事已由运维人员暂停，恢复之后才能继续办理。");

    /// <summary>Whether an order that was refused is worth being given again later.</summary>
    /// <param name="problem">Why it was refused.</param>
    public static bool IsPassing(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Code == Busy.Code || problem.Code == Suspended.Code;
    }
}
