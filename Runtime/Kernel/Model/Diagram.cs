using System.Collections.Immutable;

namespace Platform.Kernel.Model;

/// <summary>BPMN 2.0.2 §12.2.1 BPMNDiagram: one drawing. A file may have several.</summary>
public sealed record Diagram : ModelElement
{
    /// <summary>Remark on the drawing (an attribute in DI); null when not stated.</summary>
    public string? Remark { get; init; }

    /// <summary>Resolution in dots per inch; null when not stated.</summary>
    public double? Resolution { get; init; }

    /// <summary>What is drawn; null when the file has no plane.</summary>
    public DiagramPlane? Plane { get; init; }

    /// <summary>Label styles that labels refer to.</summary>
    public ImmutableArray<DiagramLabelStyle> LabelStyles { get; init; } = [];
}

/// <summary>BPMN 2.0.2 §12.2.2 BPMNPlane.</summary>
public sealed record DiagramPlane : ModelElement
{
    /// <summary>Process, collaboration or sub-process that is drawn; null when not stated.</summary>
    public string? BpmnElement { get; init; }

    /// <summary>Shapes and edges in file order, which is also their order from back to front.</summary>
    public ImmutableArray<DiagramNode> Nodes { get; init; } = [];
}

/// <summary>A shape or an edge. Colours (bioc:, color:) and other vendor attributes are in <see cref="ModelElement.Extensions"/>.</summary>
public abstract record DiagramNode : ModelElement
{
    private protected DiagramNode()
    {
    }

    /// <summary>Element that is drawn; null when not stated.</summary>
    public string? BpmnElement { get; init; }

    /// <summary>Where the label stands; null when the tool decides.</summary>
    public DiagramLabel? Label { get; init; }
}

/// <summary>How messages and participants of a choreography band are drawn (§12.2.3).</summary>
public enum ParticipantBandKind
{
    /// <summary>top_initiating.</summary>
    TopInitiating,

    /// <summary>middle_initiating.</summary>
    MiddleInitiating,

    /// <summary>bottom_initiating.</summary>
    BottomInitiating,

    /// <summary>top_non_initiating.</summary>
    TopNonInitiating,

    /// <summary>middle_non_initiating.</summary>
    MiddleNonInitiating,

    /// <summary>bottom_non_initiating.</summary>
    BottomNonInitiating,
}

/// <summary>BPMN 2.0.2 §12.2.3 BPMNShape.</summary>
public sealed record DiagramShape : DiagramNode
{
    /// <summary>Place and size; null when the file has none.</summary>
    public Bounds? Bounds { get; init; }

    /// <summary>Pools and lanes: lying (true) or standing; null when not stated.</summary>
    public bool? IsHorizontal { get; init; }

    /// <summary>Sub-processes: drawn open; null when not stated.</summary>
    public bool? IsExpanded { get; init; }

    /// <summary>Exclusive gateways: X is drawn; null when not stated.</summary>
    public bool? IsMarkerVisible { get; init; }

    /// <summary>Participant bands: an envelope is drawn; null when not stated.</summary>
    public bool? IsMessageVisible { get; init; }

    /// <summary>Participant bands only; null when not stated.</summary>
    public ParticipantBandKind? ParticipantBandKind { get; init; }

    /// <summary>Participant bands: the choreography shape they belong to; null when not stated.</summary>
    public string? ChoreographyActivityShape { get; init; }
}

/// <summary>How an envelope on a message flow is drawn (§12.2.4).</summary>
public enum MessageVisibleKind
{
    /// <summary>White.</summary>
    Initiating,

    /// <summary>Grey.</summary>
    NonInitiating,
}

/// <summary>BPMN 2.0.2 §12.2.4 BPMNEdge.</summary>
public sealed record DiagramEdge : DiagramNode
{
    /// <summary>Shape the edge leaves; null means that of the element's source.</summary>
    public string? SourceElement { get; init; }

    /// <summary>Shape the edge enters; null means that of the element's target.</summary>
    public string? TargetElement { get; init; }

    /// <summary>Message flows: envelope; null for none.</summary>
    public MessageVisibleKind? MessageVisibleKind { get; init; }

    /// <summary>Corners from source to target; at least two in a valid file.</summary>
    public ImmutableArray<Waypoint> Waypoints { get; init; } = [];
}

/// <summary>BPMN 2.0.2 §12.2.5 BPMNLabel.</summary>
public sealed record DiagramLabel : ModelElement
{
    /// <summary>Id of the label style; null for the tool's own.</summary>
    public string? LabelStyle { get; init; }

    /// <summary>Place and size; null when the tool decides.</summary>
    public Bounds? Bounds { get; init; }
}

/// <summary>BPMN 2.0.2 §12.2.6 BPMNLabelStyle.</summary>
public sealed record DiagramLabelStyle : ModelElement
{
    /// <summary>The font; null when the file has none.</summary>
    public Font? Font { get; init; }
}

/// <summary>DC Font (§12.1); <see cref="ModelElement.Name"/> is the family.</summary>
public sealed record Font : ModelElement
{
    /// <summary>Size in points; null when not stated.</summary>
    public double? Size { get; init; }

    /// <summary>Null when not stated.</summary>
    public bool? IsBold { get; init; }

    /// <summary>Null when not stated.</summary>
    public bool? IsItalic { get; init; }

    /// <summary>Null when not stated.</summary>
    public bool? IsUnderline { get; init; }

    /// <summary>Null when not stated.</summary>
    public bool? IsStrikeThrough { get; init; }
}

/// <summary>DC Bounds (§12.1), in pixels; y grows downwards.</summary>
public sealed record Bounds : ModelElement
{
    /// <summary>Left.</summary>
    public required double X { get; init; }

    /// <summary>Top.</summary>
    public required double Y { get; init; }

    /// <summary>Width, not negative.</summary>
    public required double Width { get; init; }

    /// <summary>Height, not negative.</summary>
    public required double Height { get; init; }
}

/// <summary>DI waypoint (§12.1), in pixels; y grows downwards.</summary>
public sealed record Waypoint : ModelElement
{
    /// <summary>Right of the origin.</summary>
    public required double X { get; init; }

    /// <summary>Below the origin.</summary>
    public required double Y { get; init; }
}
