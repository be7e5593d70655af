namespace Platform.Kernel.Graph;

/// <summary>How a timer event says when it is due (BPMN 2.0.2 §10.5.5).</summary>
public enum TimerKind
{
    /// <summary>At an instant.</summary>
    Date,

    /// <summary>After a time span.</summary>
    Duration,

    /// <summary>Again and again.</summary>
    Cycle,
}
