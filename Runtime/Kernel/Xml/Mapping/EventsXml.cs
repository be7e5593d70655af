using Platform.Kernel.Model;

namespace Platform.Kernel.Xml.Mapping;

/// <summary>Start, intermediate, boundary and end events.</summary>
internal static class EventsXml
{
    public static StartEvent ReadStart(ElementReader r) => Catch(r, new StartEvent { IsInterrupting = r.Flag("isInterrupting", true) });

    public static BoundaryEvent ReadBoundary(ElementReader r) => Catch(r, new BoundaryEvent
    {
        AttachedToRef = r.RequiredRef("attachedToRef"),
        CancelActivity = r.Flag("cancelActivity", true),
    });

    public static T Catch<T>(ElementReader r, T element)
        where T : CatchEvent => Event(r, element with
        {
            ParallelMultiple = r.Flag("parallelMultiple", false),
            DataOutputs = r.Many("dataOutput", IoXml.ReadOutput),
            DataOutputAssociations = r.Many("dataOutputAssociation", IoXml.ReadAssociation),
            OutputSet = r.One("outputSet", IoXml.ReadOutputSet),
        });

    public static T Throw<T>(ElementReader r, T element)
        where T : ThrowEvent => Event(r, element with
        {
            DataInputs = r.Many("dataInput", IoXml.ReadInput),
            DataInputAssociations = r.Many("dataInputAssociation", IoXml.ReadAssociation),
            InputSet = r.One("inputSet", IoXml.ReadInputSet),
        });

    public static void Write(ElementWriter w, EventNode node) => Write(w, node, ElementName(node));

    /// <summary>Writes under another name: the event of a complex multi-instance behaviour is called event.</summary>
    public static void Write(ElementWriter w, EventNode node, string name)
    {
        w.Start(name, node);
        WriteAttributes(w, node);
        FlowElementsXml.NodeBody(w, node);
        w.Many(node.Properties, DataXml.Write);
        switch (node)
        {
            case CatchEvent waits:
                w.Many(waits.DataOutputs, "dataOutput", IoXml.Write);
                w.Many(waits.DataOutputAssociations, "dataOutputAssociation", IoXml.Write);
                w.One(waits.OutputSet, IoXml.Write);
                break;
            case ThrowEvent causes:
                w.Many(causes.DataInputs, "dataInput", IoXml.Write);
                w.Many(causes.DataInputAssociations, "dataInputAssociation", IoXml.Write);
                w.One(causes.InputSet, IoXml.Write);
                break;
            default:
                throw new InvalidOperationException($"Expected a catching or throwing event, but got {node.GetType().Name}.");
        }

        w.Many(node.EventDefinitions, EventDefinitionsXml.Write);
        w.Refs("eventDefinitionRef", node.EventDefinitionRefs);
        w.End(node);
    }

    private static T Event<T>(ElementReader r, T element)
        where T : EventNode => FlowElementsXml.Node(r, element with
        {
            Properties = r.Many("property", DataXml.ReadProperty),
            EventDefinitions = r.Many(EventDefinitionsXml.Readers),
            EventDefinitionRefs = r.Refs("eventDefinitionRef"),
        });

    private static void WriteAttributes(ElementWriter w, EventNode node)
    {
        if (node is CatchEvent waits)
        {
            w.Flag("parallelMultiple", waits.ParallelMultiple, false, waits);
        }

        if (node is StartEvent start)
        {
            w.Flag("isInterrupting", start.IsInterrupting, true, start);
        }
        else if (node is BoundaryEvent boundary)
        {
            w.Text("attachedToRef", boundary.AttachedToRef);
            w.Flag("cancelActivity", boundary.CancelActivity, true, boundary);
        }
    }

    private static string ElementName(EventNode node) => node switch
    {
        StartEvent => "startEvent",
        EndEvent => "endEvent",
        IntermediateCatchEvent => "intermediateCatchEvent",
        IntermediateThrowEvent => "intermediateThrowEvent",
        BoundaryEvent => "boundaryEvent",
        ImplicitThrowEvent => "implicitThrowEvent",
        _ => throw new InvalidOperationException($"Expected an event, but got {node.GetType().Name}."),
    };
}
