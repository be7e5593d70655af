using System.Collections.Immutable;
using Platform.Kernel.Model;

namespace Platform.Kernel.Layout;

/// <summary>What one process or sub-process looks like, measured from its own upper left corner.</summary>
internal sealed record Arrangement
{
    public required double Width { get; init; }

    public required double Height { get; init; }

    public ImmutableArray<LayoutNode> Nodes { get; init; } = [];

    public ImmutableArray<RoutedFlow> Flows { get; init; } = [];

    /// <summary>Lanes from the outermost inwards.</summary>
    public ImmutableArray<LaneBand> Lanes { get; init; } = [];
}

/// <summary>A sequence flow with its corners.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Points">Corners from source to target.</param>
/// <param name="Label">Where its name stands; null when it has none.</param>
internal sealed record RoutedFlow(SequenceFlow Flow, ImmutableArray<Spot> Points, Box? Label);

/// <summary>A lane and its place.</summary>
internal sealed record LaneBand(Lane Lane, Box Box);

/// <summary>A point in pixels.</summary>
internal readonly record struct Spot(double X, double Y)
{
    public Spot Move(double dx, double dy) => new(X + dx, Y + dy);
}

/// <summary>A rectangle in pixels.</summary>
internal readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public Spot Center => new(X + (Width / 2), Y + (Height / 2));

    public bool Contains(Box other) => X <= other.X && Y <= other.Y && other.Right <= Right && other.Bottom <= Bottom;

    public Box Move(double dx, double dy) => this with { X = X + dx, Y = Y + dy };
}
