using System.Collections.Immutable;
using Platform.Kernel.Model;

namespace Platform.Kernel.Layout;

/// <summary>Something that takes a cell of the grid: a flow node, a piece of data, a remark.</summary>
internal sealed class LayoutNode
{
    public required BaseElement Element { get; init; }

    public string Id => Element.Id;

    /// <summary>Place in the file; ties are broken by it, so that the same model is always drawn the same.</summary>
    public required int Order { get; init; }

    public double Width { get; init; }

    public double Height { get; init; }

    /// <summary>What is inside an open sub-process; null for everything else.</summary>
    public Arrangement? Inside { get; init; }

    /// <summary>Boundary events on the lower edge, from left to right.</summary>
    public ImmutableArray<BoundaryEvent> Boundary { get; init; } = [];

    public int Layer { get; set; }

    /// <summary>Index of the lowest-level lane; 0 when there are no lanes.</summary>
    public int Lane { get; set; }

    /// <summary>Row within the lane while placing, of the whole grid afterwards.</summary>
    public int Row { get; set; }

    /// <summary>Left and top within the container, once coordinates are known.</summary>
    public double X { get; set; }

    public double Y { get; set; }

    public double CenterX => X + (Width / 2);

    public double CenterY => Y + (Height / 2);

    /// <summary>Middle of a boundary event on the lower edge.</summary>
    public double BoundaryX(string id)
    {
        var index = Boundary.Select(b => b.Id).ToList().IndexOf(id);
        return X + Math.Round(Width * (index + 1) / (Boundary.Length + 1));
    }
}

/// <summary>A sequence flow between two cells, with the cells it passes on the way.</summary>
internal sealed class LayoutEdge
{
    public required SequenceFlow Flow { get; init; }

    public required LayoutNode Source { get; init; }

    public required LayoutNode Target { get; init; }

    /// <summary>The boundary event it leaves from; null when it leaves the node itself.</summary>
    public string? BoundaryId { get; init; }

    /// <summary>True for a flow that leads back; it takes no part in layering.</summary>
    public bool IsBack { get; set; }

    /// <summary>Rows in which the flow passes the layers between source and target, one per layer.</summary>
    public List<Passage> Passages { get; } = [];

    /// <summary>Back flows only: the row in which it runs back.</summary>
    public Passage? Return { get; set; }

    /// <summary>Flows with the same origin may share a vertical line.</summary>
    public string Origin => BoundaryId ?? Source.Id;
}

/// <summary>A cell that only a line passes.</summary>
internal sealed class Passage
{
    public required int Layer { get; init; }

    public required int Lane { get; init; }

    /// <summary>Row within the lane while placing, of the whole grid afterwards.</summary>
    public required int Row { get; set; }
}
