using System.Collections.Frozen;
using Platform.Kernel.Model;

namespace Platform.Kernel.Xml.Mapping;

/// <summary>What all flow elements share, and the table from element name to mapping.</summary>
internal static class FlowElementsXml
{
    /// <summary>Every flow element that has a typed form, by element name.</summary>
    public static readonly FrozenDictionary<string, Func<ElementReader, FlowElement>> Readers = new Dictionary<string, Func<ElementReader, FlowElement>>
    {
        ["adHocSubProcess"] = r => SubProcessesXml.Read(r, SubProcessKind.AdHoc),
        ["boundaryEvent"] = EventsXml.ReadBoundary,
        ["businessRuleTask"] = TasksXml.ReadBusinessRule,
        ["callActivity"] = TasksXml.ReadCall,
        ["complexGateway"] = GatewaysXml.ReadComplex,
        ["dataObject"] = DataXml.ReadObject,
        ["dataObjectReference"] = DataXml.ReadObjectReference,
        ["dataStoreReference"] = DataXml.ReadStoreReference,
        ["endEvent"] = r => EventsXml.Throw(r, new EndEvent()),
        ["eventBasedGateway"] = GatewaysXml.ReadEventBased,
        ["exclusiveGateway"] = GatewaysXml.ReadExclusive,
        ["implicitThrowEvent"] = r => EventsXml.Throw(r, new ImplicitThrowEvent()),
        ["inclusiveGateway"] = GatewaysXml.ReadInclusive,
        ["intermediateCatchEvent"] = r => EventsXml.Catch(r, new IntermediateCatchEvent()),
        ["intermediateThrowEvent"] = r => EventsXml.Throw(r, new IntermediateThrowEvent()),
        ["manualTask"] = r => Activity(r, new ManualTask()),
        ["parallelGateway"] = r => GatewaysXml.Gateway(r, new ParallelGateway()),
        ["receiveTask"] = TasksXml.ReadReceive,
        ["scriptTask"] = TasksXml.ReadScript,
        ["sendTask"] = TasksXml.ReadSend,
        ["sequenceFlow"] = ReadFlow,
        ["serviceTask"] = TasksXml.ReadService,
        ["startEvent"] = EventsXml.ReadStart,
        ["subProcess"] = r => SubProcessesXml.Read(r, SubProcessKind.Embedded),
        ["task"] = r => Activity(r, new AbstractTask()),
        ["transaction"] = r => SubProcessesXml.Read(r, SubProcessKind.Transaction),
        ["userTask"] = TasksXml.ReadUser,
    }.ToFrozenDictionary();

    public static void Write(ElementWriter w, FlowElement element)
    {
        switch (element)
        {
            case SequenceFlow flow:
                WriteFlow(w, flow);
                break;
            case TaskNode or CallActivity:
                TasksXml.Write(w, (ActivityNode)element);
                break;
            case SubProcess sub:
                SubProcessesXml.Write(w, sub);
                break;
            case Gateway gateway:
                GatewaysXml.Write(w, gateway);
                break;
            case EventNode node:
                EventsXml.Write(w, node);
                break;
            default:
                DataXml.Write(w, element);
                break;
        }
    }

    /// <summary>Finishes any flow element.</summary>
    public static T Element<T>(ElementReader r, T element)
        where T : FlowElement => r.Documented(element with
        {
            Auditing = r.One("auditing", ReadAuditing),
            Monitoring = r.One("monitoring", ReadMonitoring),
            CategoryValueRefs = r.Refs("categoryValueRef"),
        });

    /// <summary>Finishes any flow node.</summary>
    public static T Node<T>(ElementReader r, T node)
        where T : FlowNode => Element(r, node with { ListedIncoming = r.Refs("incoming"), ListedOutgoing = r.Refs("outgoing") });

    /// <summary>Finishes any activity.</summary>
    public static T Activity<T>(ElementReader r, T activity)
        where T : ActivityNode => Node(r, activity with
        {
            IsForCompensation = r.Flag("isForCompensation", false),
            StartQuantity = r.Number("startQuantity", 1),
            CompletionQuantity = r.Number("completionQuantity", 1),
            Default = r.Ref("default"),
            IoSpecification = r.One("ioSpecification", IoXml.ReadSpecification),
            Properties = r.Many("property", DataXml.ReadProperty),
            DataInputAssociations = r.Many("dataInputAssociation", IoXml.ReadAssociation),
            DataOutputAssociations = r.Many("dataOutputAssociation", IoXml.ReadAssociation),
            ResourceRoles = r.Many(ResourcesXml.Roles),
            Loop = LoopsXml.Read(r),
        });

    public static void ActivityAttributes(ElementWriter w, ActivityNode activity)
    {
        w.Flag("isForCompensation", activity.IsForCompensation, false, activity);
        w.Number("startQuantity", activity.StartQuantity, 1, activity);
        w.Number("completionQuantity", activity.CompletionQuantity, 1, activity);
        w.Text("default", activity.Default);
    }

    /// <summary>Children of FlowElement.</summary>
    public static void ElementBody(ElementWriter w, FlowElement element)
    {
        w.Body(element);
        w.One(element.Auditing, Write);
        w.One(element.Monitoring, Write);
        w.Refs("categoryValueRef", element.CategoryValueRefs);
    }

    /// <summary>Children of FlowElement and FlowNode.</summary>
    public static void NodeBody(ElementWriter w, FlowNode node)
    {
        ElementBody(w, node);
        w.Refs("incoming", w.Flows.Incoming(node));
        w.Refs("outgoing", w.Flows.Outgoing(node));
    }

    /// <summary>Children of FlowElement, FlowNode and Activity.</summary>
    public static void ActivityBody(ElementWriter w, ActivityNode activity)
    {
        NodeBody(w, activity);
        w.One(activity.IoSpecification, IoXml.Write);
        w.Many(activity.Properties, DataXml.Write);
        w.Many(activity.DataInputAssociations, "dataInputAssociation", IoXml.Write);
        w.Many(activity.DataOutputAssociations, "dataOutputAssociation", IoXml.Write);
        w.Many(activity.ResourceRoles, ResourcesXml.Write);
        w.One(activity.Loop, LoopsXml.Write);
    }

    public static Auditing ReadAuditing(ElementReader r) => r.Documented(new Auditing());

    public static Monitoring ReadMonitoring(ElementReader r) => r.Documented(new Monitoring());

    public static void Write(ElementWriter w, Auditing auditing)
    {
        w.Start("auditing", auditing);
        w.Body(auditing);
        w.End(auditing);
    }

    public static void Write(ElementWriter w, Monitoring monitoring)
    {
        w.Start("monitoring", monitoring);
        w.Body(monitoring);
        w.End(monitoring);
    }

    private static SequenceFlow ReadFlow(ElementReader r) => Element(r, new SequenceFlow
    {
        SourceRef = r.RequiredRef("sourceRef"),
        TargetRef = r.RequiredRef("targetRef"),
        IsImmediate = r.Flag("isImmediate"),
        Condition = r.One("conditionExpression", DocumentationXml.ReadExpression),
    });

    private static void WriteFlow(ElementWriter w, SequenceFlow flow)
    {
        w.Start("sequenceFlow", flow);
        w.Text("sourceRef", flow.SourceRef);
        w.Text("targetRef", flow.TargetRef);
        w.Flag("isImmediate", flow.IsImmediate);
        ElementBody(w, flow);
        w.One(flow.Condition, "conditionExpression", DocumentationXml.Write);
        w.End(flow);
    }
}
