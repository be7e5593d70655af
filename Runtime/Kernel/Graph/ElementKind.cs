namespace Platform.Kernel.Graph;

/// <summary>What an element is when it runs; each kind has one behavior.</summary>
public enum ElementKind
{
    /// <summary>Start event of a process, sub-process or event sub-process.</summary>
    StartEvent,

    /// <summary>End event, terminate excepted.</summary>
    EndEvent,

    /// <summary>Terminate end event.</summary>
    TerminateEnd,

    /// <summary>Intermediate catching event.</summary>
    CatchEvent,

    /// <summary>Intermediate throwing event.</summary>
    ThrowEvent,

    /// <summary>Event on the border of an activity.</summary>
    BoundaryEvent,

    /// <summary>User task.</summary>
    UserTask,

    /// <summary>Service task.</summary>
    ServiceTask,

    /// <summary>Script task (FEEL).</summary>
    ScriptTask,

    /// <summary>Business rule task (DMN).</summary>
    BusinessRuleTask,

    /// <summary>Send task.</summary>
    SendTask,

    /// <summary>Receive task.</summary>
    ReceiveTask,

    /// <summary>Manual task.</summary>
    ManualTask,

    /// <summary>Task without type.</summary>
    AbstractTask,

    /// <summary>Call activity.</summary>
    CallActivity,

    /// <summary>Embedded sub-process.</summary>
    SubProcess,

    /// <summary>Event sub-process.</summary>
    EventSubProcess,

    /// <summary>Transaction.</summary>
    Transaction,

    /// <summary>Exclusive gateway.</summary>
    ExclusiveGateway,

    /// <summary>Parallel gateway.</summary>
    ParallelGateway,

    /// <summary>Inclusive gateway.</summary>
    InclusiveGateway,

    /// <summary>Event-based gateway.</summary>
    EventGateway,
}
