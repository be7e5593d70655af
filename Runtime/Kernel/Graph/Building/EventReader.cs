using System.Collections.Immutable;
using Platform.Kernel.Model;

namespace Platform.Kernel.Graph.Building;

/// <summary>Compiles what events, and tasks that send or receive, catch or throw.</summary>
internal sealed class EventReader(RootCatalog roots, ExpressionReader expressions, IssueList issues)
{
    /// <summary>The plan of an event; reports what is missing or not supported.</summary>
    internal EventPlan Read(EventNode node)
    {
        ImmutableArray<EventDefinition?> definitions =
        [
            .. node.EventDefinitions,
            .. node.EventDefinitionRefs.Select(reference => Resolve(reference, node)),
        ];
        if (definitions.Length > 1)
        {
            issues.Error("bpmn.unsupported-element", node, $"“{IssueList.Label(node)}”同时定义了多个事件，目前不支持；请拆成多个事件。");
        }
        bool interrupting = node switch
        {
            BoundaryEvent boundary => boundary.CancelActivity,
            StartEvent start => start.IsInterrupting,
            _ => true,
        };
        var plan = definitions is [{ } definition, ..] ? Read(definition, node) : EventPlan.None;
        return plan with { IsInterrupting = interrupting || plan.Kind is EventKind.Error or EventKind.Cancel };
    }

    /// <summary>What a send or receive task sends or waits for; null when it names no message.</summary>
    internal EventPlan? ReadMessage(string? messageRef, FlowNode node) =>
        messageRef is null ? null : ForMessage(messageRef, node);

    private EventPlan Read(EventDefinition definition, EventNode node) => definition switch
    {
        MessageEventDefinition message => ForMessage(message.MessageRef, node),
        SignalEventDefinition signal => ForSignal(signal, node),
        TimerEventDefinition timer => ForTimer(timer, node),
        ErrorEventDefinition error => ForError(error, node),
        EscalationEventDefinition escalation => ForEscalation(escalation, node),
        ConditionalEventDefinition conditional => ForCondition(conditional, node),
        LinkEventDefinition link => ForLink(link, node),
        CompensateEventDefinition compensate =>
            new EventPlan { Kind = EventKind.Compensation, WaitsForCompensation = compensate.WaitForCompletion },
        CancelEventDefinition => new EventPlan { Kind = EventKind.Cancel },
        TerminateEventDefinition => new EventPlan { Kind = EventKind.Terminate },
        _ => throw new InvalidOperationException($"Expected a known event definition, but got {definition.GetType().Name}."),
    };

    private EventDefinition? Resolve(string reference, EventNode node)
    {
        var found = roots.Find<EventDefinition>(reference);
        if (found is null)
        {
            Unknown(node, "事件定义", reference);
        }
        return found;
    }

    private EventPlan ForMessage(string? reference, FlowNode node)
    {
        var message = roots.Find<Message>(reference);
        if (message is null)
        {
            Unknown(node, "消息", reference);
        }
        string? name = message is null ? null : string.IsNullOrWhiteSpace(message.Name) ? message.Id : message.Name;
        string? key = node.Extensions.Gov("correlationKey") ?? message?.Extensions.Gov("correlationKey");
        return new EventPlan
        {
            Kind = EventKind.Message,
            Name = expressions.ReadText(name, node),
            CorrelationKey = expressions.Read(key, node),
        };
    }

    private EventPlan ForSignal(SignalEventDefinition definition, EventNode node)
    {
        var signal = roots.Find<Signal>(definition.SignalRef);
        if (signal is null)
        {
            Unknown(node, "信号", definition.SignalRef);
        }
        string? name = signal is null ? null : string.IsNullOrWhiteSpace(signal.Name) ? signal.Id : signal.Name;
        return new EventPlan { Kind = EventKind.Signal, Name = expressions.ReadText(name, node) };
    }

    private EventPlan ForTimer(TimerEventDefinition definition, EventNode node)
    {
        var timer = expressions.ReadTimer(TimerKind.Date, definition.TimeDate, node)
            ?? expressions.ReadTimer(TimerKind.Duration, definition.TimeDuration, node)
            ?? expressions.ReadTimer(TimerKind.Cycle, definition.TimeCycle, node);
        if (timer is null)
        {
            issues.Error("bpmn.no-timer", node, $"定时事件“{IssueList.Label(node)}”没有有效的时间。");
        }
        return new EventPlan { Kind = EventKind.Timer, Timer = timer };
    }

    private EventPlan ForError(ErrorEventDefinition definition, EventNode node)
    {
        var error = roots.Find<Error>(definition.ErrorRef);
        if (error is null && !string.IsNullOrEmpty(definition.ErrorRef))
        {
            issues.Warning("bpmn.undeclared-code", node, $"“{IssueList.Label(node)}”引用的错误“{definition.ErrorRef}”没有声明，按错误代码使用。");
        }
        string? code = error is null ? definition.ErrorRef : error.ErrorCode ?? error.Id;
        return VendorExtensions.ErrorDetails(definition, error) with
        {
            Kind = EventKind.Error,
            Code = string.IsNullOrWhiteSpace(code) ? null : code,
        };
    }

    private EventPlan ForEscalation(EscalationEventDefinition definition, EventNode node)
    {
        var escalation = roots.Find<Escalation>(definition.EscalationRef);
        if (escalation is null && !string.IsNullOrEmpty(definition.EscalationRef))
        {
            issues.Warning("bpmn.undeclared-code", node, $"“{IssueList.Label(node)}”引用的升级“{definition.EscalationRef}”没有声明，按升级代码使用。");
        }
        string? code = escalation is null ? definition.EscalationRef : escalation.EscalationCode ?? escalation.Id;
        return new EventPlan { Kind = EventKind.Escalation, Code = string.IsNullOrWhiteSpace(code) ? null : code };
    }

    private EventPlan ForCondition(ConditionalEventDefinition definition, EventNode node)
    {
        var condition = expressions.Read(definition.Condition, node);
        if (condition is null && string.IsNullOrWhiteSpace(definition.Condition?.Text))
        {
            issues.Error("bpmn.no-condition", node, $"条件事件“{IssueList.Label(node)}”没有条件。");
        }
        return new EventPlan { Kind = EventKind.Conditional, Condition = condition };
    }

    private EventPlan ForLink(LinkEventDefinition definition, EventNode node)
    {
        string? name = definition.Name ?? node.Name;
        if (string.IsNullOrWhiteSpace(name))
        {
            issues.Error("bpmn.unknown-reference", node, $"链接事件“{IssueList.Label(node)}”没有链接名称。");
            name = node.Id;
        }
        return new EventPlan { Kind = EventKind.Link, Name = FeelText.Constant(name) };
    }

    private void Unknown(FlowNode node, string what, string? reference) =>
        issues.Error(
            "bpmn.unknown-reference",
            node,
            string.IsNullOrEmpty(reference)
                ? $"“{IssueList.Label(node)}”没有指明{what}。"
                : $"“{IssueList.Label(node)}”引用的{what}“{reference}”不存在。");
}
