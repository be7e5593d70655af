namespace Platform.Kernel.Graph.Checks;

/// <summary>Every level can be entered, and in one way only where nothing tells the ways apart.</summary>
internal sealed class StartEvents : IGraphCheck
{
    public void Check(CheckContext context)
    {
        foreach (var scope in context.Graph.Scopes)
        {
            if (scope.Owner?.Kind == ElementKind.EventSubProcess)
            {
                CheckEventSubProcess(context, scope, scope.Owner);
            }
            else
            {
                CheckLevel(context, scope);
            }
            foreach (var start in scope.StartEvents)
            {
                CheckKind(context, scope, start);
            }
        }
    }

    private static void CheckEventSubProcess(CheckContext context, GraphScope scope, Node owner)
    {
        if (scope.StartEvents is not [{ Event.Kind: not EventKind.None }])
        {
            context.Issues.Error("bpmn.event-sub-process-start", owner.Element, $"事件子流程“{owner.Label}”要有且只有一个带触发条件的开始事件。");
        }
        if (!owner.Incoming.IsEmpty || !owner.Outgoing.IsEmpty)
        {
            context.Issues.Error("bpmn.event-sub-process-flow", owner.Element, $"事件子流程“{owner.Label}”不能有连线。");
        }
    }

    private static void CheckLevel(CheckContext context, GraphScope scope)
    {
        int plain = scope.StartEvents.Count(s => s.Event!.Kind == EventKind.None);
        if (scope.Owner is { } owner)
        {
            if (plain > 1)
            {
                context.Issues.Error("bpmn.ambiguous-start", owner.Element, $"子流程“{owner.Label}”有不止一个开始事件。");
            }
            if (scope.Entries.IsEmpty)
            {
                context.Issues.Error("bpmn.no-start", owner.Element, $"子流程“{owner.Label}”没有可以开始的地方。");
            }
        }
        else if (scope.Entries.IsEmpty && scope.StartEvents.IsEmpty)
        {
            context.Issues.Error("bpmn.no-start", context.Process, "流程没有可以开始的地方。");
        }
    }

    private static void CheckKind(CheckContext context, GraphScope scope, Node start)
    {
        var kind = start.Event!.Kind;
        bool allowed = scope.Owner switch
        {
            null => kind is EventKind.None or EventKind.Message or EventKind.Timer or EventKind.Signal or EventKind.Conditional,
            { Kind: ElementKind.EventSubProcess } => kind is EventKind.None or EventKind.Message or EventKind.Timer
                or EventKind.Signal or EventKind.Conditional or EventKind.Error or EventKind.Escalation,
            _ => kind is EventKind.None,
        };
        if (!allowed)
        {
            context.Issues.Error("bpmn.unsupported-element", start.Element, $"开始事件“{start.Label}”的触发方式在这一层不支持。");
        }
    }
}
