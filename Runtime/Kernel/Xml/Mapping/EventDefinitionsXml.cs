using System.Collections.Frozen;
using Platform.Kernel.Model;

namespace Platform.Kernel.Xml.Mapping;

/// <summary>Event definitions, inside events and shared under the definitions.</summary>
internal static class EventDefinitionsXml
{
    public static readonly FrozenDictionary<string, Func<ElementReader, EventDefinition>> Readers = new Dictionary<string, Func<ElementReader, EventDefinition>>
    {
        ["cancelEventDefinition"] = r => r.Documented(new CancelEventDefinition()),
        ["compensateEventDefinition"] = r => r.Documented(new CompensateEventDefinition
        {
            WaitForCompletion = r.Flag("waitForCompletion", true),
            ActivityRef = r.Ref("activityRef"),
        }),
        ["conditionalEventDefinition"] = r => r.Documented(new ConditionalEventDefinition { Condition = r.One("condition", DocumentationXml.ReadExpression) }),
        ["errorEventDefinition"] = r => r.Documented(new ErrorEventDefinition { ErrorRef = r.Ref("errorRef") }),
        ["escalationEventDefinition"] = r => r.Documented(new EscalationEventDefinition { EscalationRef = r.Ref("escalationRef") }),
        ["linkEventDefinition"] = r => r.Documented(new LinkEventDefinition { Sources = r.Refs("source"), Target = r.RefChild("target") }),
        ["messageEventDefinition"] = r => r.Documented(new MessageEventDefinition { MessageRef = r.Ref("messageRef"), OperationRef = r.RefChild("operationRef") }),
        ["signalEventDefinition"] = r => r.Documented(new SignalEventDefinition { SignalRef = r.Ref("signalRef") }),
        ["terminateEventDefinition"] = r => r.Documented(new TerminateEventDefinition()),
        ["timerEventDefinition"] = r => r.Documented(new TimerEventDefinition
        {
            TimeDate = r.One("timeDate", DocumentationXml.ReadExpression),
            TimeDuration = r.One("timeDuration", DocumentationXml.ReadExpression),
            TimeCycle = r.One("timeCycle", DocumentationXml.ReadExpression),
        }),
    }.ToFrozenDictionary();

    public static void Write(ElementWriter w, EventDefinition definition)
    {
        w.Start(ElementName(definition), definition);
        WriteAttributes(w, definition);
        w.Body(definition);
        WriteChildren(w, definition);
        w.End(definition);
    }

    private static void WriteAttributes(ElementWriter w, EventDefinition definition)
    {
        switch (definition)
        {
            case CompensateEventDefinition compensate:
                w.Flag("waitForCompletion", compensate.WaitForCompletion, true, compensate);
                w.Text("activityRef", compensate.ActivityRef);
                break;
            case ErrorEventDefinition error:
                w.Text("errorRef", error.ErrorRef);
                break;
            case EscalationEventDefinition escalation:
                w.Text("escalationRef", escalation.EscalationRef);
                break;
            case MessageEventDefinition message:
                w.Text("messageRef", message.MessageRef);
                break;
            case SignalEventDefinition signal:
                w.Text("signalRef", signal.SignalRef);
                break;
            default:
                break;
        }
    }

    private static void WriteChildren(ElementWriter w, EventDefinition definition)
    {
        switch (definition)
        {
            case ConditionalEventDefinition conditional:
                w.One(conditional.Condition, "condition", DocumentationXml.Write);
                break;
            case LinkEventDefinition link:
                w.Refs("source", link.Sources);
                w.RefChild("target", link.Target);
                break;
            case MessageEventDefinition message:
                w.RefChild("operationRef", message.OperationRef);
                break;
            case TimerEventDefinition timer:
                w.One(timer.TimeDate, "timeDate", DocumentationXml.Write);
                w.One(timer.TimeDuration, "timeDuration", DocumentationXml.Write);
                w.One(timer.TimeCycle, "timeCycle", DocumentationXml.Write);
                break;
            default:
                break;
        }
    }

    private static string ElementName(EventDefinition definition) => definition switch
    {
        CancelEventDefinition => "cancelEventDefinition",
        CompensateEventDefinition => "compensateEventDefinition",
        ConditionalEventDefinition => "conditionalEventDefinition",
        ErrorEventDefinition => "errorEventDefinition",
        EscalationEventDefinition => "escalationEventDefinition",
        LinkEventDefinition => "linkEventDefinition",
        MessageEventDefinition => "messageEventDefinition",
        SignalEventDefinition => "signalEventDefinition",
        TerminateEventDefinition => "terminateEventDefinition",
        TimerEventDefinition => "timerEventDefinition",
        _ => throw new InvalidOperationException($"Expected an event definition, but got {definition.GetType().Name}."),
    };
}
