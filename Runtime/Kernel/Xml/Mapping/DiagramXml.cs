using System.Collections.Frozen;
using Platform.Kernel.Model;

namespace Platform.Kernel.Xml.Mapping;

/// <summary>BPMN DI: diagrams, planes, shapes, edges, labels and label styles.</summary>
internal static class DiagramXml
{
    private const string Bpmndi = BpmnNames.Bpmndi;

    private static readonly FrozenDictionary<string, ParticipantBandKind> Bands = new Dictionary<string, ParticipantBandKind>
    {
        ["top_initiating"] = ParticipantBandKind.TopInitiating,
        ["middle_initiating"] = ParticipantBandKind.MiddleInitiating,
        ["bottom_initiating"] = ParticipantBandKind.BottomInitiating,
        ["top_non_initiating"] = ParticipantBandKind.TopNonInitiating,
        ["middle_non_initiating"] = ParticipantBandKind.MiddleNonInitiating,
        ["bottom_non_initiating"] = ParticipantBandKind.BottomNonInitiating,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, MessageVisibleKind> Envelopes = new Dictionary<string, MessageVisibleKind>
    {
        ["initiating"] = MessageVisibleKind.Initiating,
        ["non_initiating"] = MessageVisibleKind.NonInitiating,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Func<ElementReader, DiagramNode>> Nodes = new Dictionary<string, Func<ElementReader, DiagramNode>>
    {
        ["BPMNShape"] = ReadShape,
        ["BPMNEdge"] = ReadEdge,
    }.ToFrozenDictionary();

    public static Diagram Read(ElementReader r) => r.Complete(new Diagram
    {
        Remark = r.Text("documentation"),
        Resolution = r.Measure("resolution"),
        Plane = r.One("BPMNPlane", p => p.Complete(new DiagramPlane { BpmnElement = p.Ref("bpmnElement"), Nodes = p.Many(Nodes, Bpmndi) }), Bpmndi),
        LabelStyles = r.Many("BPMNLabelStyle", s => s.Complete(new DiagramLabelStyle { Font = s.One("Font", ReadFont, BpmnNames.Dc) }), Bpmndi),
    });

    public static void Write(ElementWriter w, Diagram diagram)
    {
        w.Start("BPMNDiagram", diagram, Bpmndi);
        w.Text("documentation", diagram.Remark);
        w.Measure("resolution", diagram.Resolution);
        w.Body(diagram);
        if (diagram.Plane is { } plane)
        {
            w.Start("BPMNPlane", plane, Bpmndi);
            w.Text("bpmnElement", plane.BpmnElement);
            w.Body(plane);
            w.Many(plane.Nodes, Write);
            w.End(plane);
        }

        w.Many(diagram.LabelStyles, Write);
        w.End(diagram);
    }

    private static DiagramShape ReadShape(ElementReader r) => r.Complete(new DiagramShape
    {
        BpmnElement = r.Ref("bpmnElement"),
        IsHorizontal = r.Flag("isHorizontal"),
        IsExpanded = r.Flag("isExpanded"),
        IsMarkerVisible = r.Flag("isMarkerVisible"),
        IsMessageVisible = r.Flag("isMessageVisible"),
        ParticipantBandKind = r.Choice("participantBandKind", Bands),
        ChoreographyActivityShape = r.Ref("choreographyActivityShape"),
        Bounds = r.One("Bounds", ReadBounds, BpmnNames.Dc),
        Label = r.One("BPMNLabel", ReadLabel, Bpmndi),
    });

    private static DiagramEdge ReadEdge(ElementReader r) => r.Complete(new DiagramEdge
    {
        BpmnElement = r.Ref("bpmnElement"),
        SourceElement = r.Ref("sourceElement"),
        TargetElement = r.Ref("targetElement"),
        MessageVisibleKind = r.Choice("messageVisibleKind", Envelopes),
        Waypoints = r.Many("waypoint", p => p.Complete(new Waypoint { X = p.Measure("x") ?? 0, Y = p.Measure("y") ?? 0 }), BpmnNames.Di),
        Label = r.One("BPMNLabel", ReadLabel, Bpmndi),
    });

    private static DiagramLabel ReadLabel(ElementReader r) => r.Complete(new DiagramLabel
    {
        LabelStyle = r.Ref("labelStyle"),
        Bounds = r.One("Bounds", ReadBounds, BpmnNames.Dc),
    });

    private static Bounds ReadBounds(ElementReader r) => r.Complete(new Bounds
    {
        X = r.Measure("x") ?? 0,
        Y = r.Measure("y") ?? 0,
        Width = r.Measure("width") ?? 0,
        Height = r.Measure("height") ?? 0,
    });

    private static Font ReadFont(ElementReader r) => r.Complete(new Font
    {
        Size = r.Measure("size"),
        IsBold = r.Flag("isBold"),
        IsItalic = r.Flag("isItalic"),
        IsUnderline = r.Flag("isUnderline"),
        IsStrikeThrough = r.Flag("isStrikeThrough"),
    });

    private static void Write(ElementWriter w, DiagramNode node)
    {
        switch (node)
        {
            case DiagramShape shape:
                WriteShape(w, shape);
                break;
            case DiagramEdge edge:
                WriteEdge(w, edge);
                break;
            default:
                throw new InvalidOperationException($"Expected a shape or an edge, but got {node.GetType().Name}.");
        }
    }

    private static void WriteShape(ElementWriter w, DiagramShape shape)
    {
        w.Start("BPMNShape", shape, Bpmndi);
        w.Text("bpmnElement", shape.BpmnElement);
        w.Flag("isHorizontal", shape.IsHorizontal);
        w.Flag("isExpanded", shape.IsExpanded);
        w.Flag("isMarkerVisible", shape.IsMarkerVisible);
        w.Flag("isMessageVisible", shape.IsMessageVisible);
        w.Choice("participantBandKind", Bands, shape.ParticipantBandKind);
        w.Text("choreographyActivityShape", shape.ChoreographyActivityShape);
        w.Body(shape);
        w.One(shape.Bounds, Write);
        w.One(shape.Label, Write);
        w.End(shape);
    }

    private static void WriteEdge(ElementWriter w, DiagramEdge edge)
    {
        w.Start("BPMNEdge", edge, Bpmndi);
        w.Text("bpmnElement", edge.BpmnElement);
        w.Text("sourceElement", edge.SourceElement);
        w.Text("targetElement", edge.TargetElement);
        w.Choice("messageVisibleKind", Envelopes, edge.MessageVisibleKind);
        w.Body(edge);
        foreach (var point in edge.Waypoints)
        {
            w.Start("waypoint", point, BpmnNames.Di);
            w.Measure("x", point.X);
            w.Measure("y", point.Y);
            w.Body(point);
            w.End(point);
        }

        w.One(edge.Label, Write);
        w.End(edge);
    }

    private static void Write(ElementWriter w, DiagramLabel label)
    {
        w.Start("BPMNLabel", label, Bpmndi);
        w.Text("labelStyle", label.LabelStyle);
        w.Body(label);
        w.One(label.Bounds, Write);
        w.End(label);
    }

    private static void Write(ElementWriter w, Bounds bounds)
    {
        w.Start("Bounds", bounds, BpmnNames.Dc);
        w.Measure("x", bounds.X);
        w.Measure("y", bounds.Y);
        w.Measure("width", bounds.Width);
        w.Measure("height", bounds.Height);
        w.Body(bounds);
        w.End(bounds);
    }

    private static void Write(ElementWriter w, DiagramLabelStyle style)
    {
        w.Start("BPMNLabelStyle", style, Bpmndi);
        w.Body(style);
        if (style.Font is { } font)
        {
            w.Start("Font", font, BpmnNames.Dc);
            w.Measure("size", font.Size);
            w.Flag("isBold", font.IsBold);
            w.Flag("isItalic", font.IsItalic);
            w.Flag("isUnderline", font.IsUnderline);
            w.Flag("isStrikeThrough", font.IsStrikeThrough);
            w.Body(font);
            w.End(font);
        }

        w.End(style);
    }
}
