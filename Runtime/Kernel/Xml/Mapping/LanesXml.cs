using Platform.Kernel.Model;

namespace Platform.Kernel.Xml.Mapping;

/// <summary>Lane sets and lanes, nested as deep as the file has them.</summary>
internal static class LanesXml
{
    public static LaneSet ReadSet(ElementReader r) => r.Documented(new LaneSet { Lanes = r.Many("lane", ReadLane) });

    public static void Write(ElementWriter w, LaneSet set, string name)
    {
        w.Start(name, set);
        w.Body(set);
        w.Many(set.Lanes, Write);
        w.End(set);
    }

    private static Lane ReadLane(ElementReader r) => r.Documented(new Lane
    {
        PartitionElementRef = r.FarRef("partitionElementRef"),
        PartitionElement = r.Verbatim("partitionElement"),
        FlowNodeRefs = r.Refs("flowNodeRef"),
        ChildLaneSet = r.One("childLaneSet", ReadSet),
    });

    private static void Write(ElementWriter w, Lane lane)
    {
        w.Start("lane", lane);
        w.Text("partitionElementRef", lane.PartitionElementRef);
        w.Body(lane);
        w.One(lane.PartitionElement, (writer, element) => writer.Verbatim(element));
        w.Refs("flowNodeRef", lane.FlowNodeRefs);
        w.One(lane.ChildLaneSet, "childLaneSet", Write);
        w.End(lane);
    }
}
