namespace Platform.Kernel.Execution;

/// <summary>What a token waits for. Numbers are stored; never renumber.</summary>
public enum TokenStatus
{
    /// <summary>Moves within the running step; never seen between steps.</summary>
    Ready = 0,

    /// <summary>A human task is open.</summary>
    Task = 1,

    /// <summary>An activity runs.</summary>
    Work = 2,

    /// <summary>A message, timer, signal or condition is awaited.</summary>
    Event = 3,

    /// <summary>A called process runs.</summary>
    Child = 4,

    /// <summary>The inside of a sub-process or the instances of a loop run.</summary>
    Scope = 5,

    /// <summary>Stands on a flow into a join until the others have come.</summary>
    AtJoin = 6,

    /// <summary>Compensation handlers run (BPMN 2.0.2 §13.5.5).</summary>
    Compensating = 7,

    /// <summary>Stuck on entering its element; a retry enters again.</summary>
    Incident = 8,

    /// <summary>Stuck after its work was done; a retry only leaves again.</summary>
    LeaveIncident = 9,
}
