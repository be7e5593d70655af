using Platform.Decisions.Feel;

namespace Platform.Kernel.Graph;

/// <summary>A sequence flow, compiled. A link from a throwing to a catching link event is a flow too.</summary>
public sealed class Flow
{
    /// <summary>Position in <see cref="ProcessGraph.Flows"/>; stable for a version.</summary>
    public required int Index { get; init; }

    /// <summary>Id in the file; empty when the file has none.</summary>
    public required string Id { get; init; }

    /// <summary>Name; null when it has none.</summary>
    public string? Name { get; init; }

    /// <summary>Node that is left.</summary>
    public required Node Source { get; init; }

    /// <summary>Node that is entered.</summary>
    public required Node Target { get; init; }

    /// <summary>Condition; null means always.</summary>
    public FeelExpression? Condition { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Source.Id} → {Target.Id}";
}
