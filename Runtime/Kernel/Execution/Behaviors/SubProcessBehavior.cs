namespace Platform.Kernel.Execution.Behaviors;

/// <summary>Sub-process, event sub-process and transaction: their inside runs (BPMN 2.0.2 §13.3.4).</summary>
internal sealed class SubProcessBehavior : IElementBehavior
{
    public Decision Enter(in Visit visit) => Decision.Scope;
}
