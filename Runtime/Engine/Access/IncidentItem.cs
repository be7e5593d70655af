namespace Platform.Runtime.Access;

/// <summary>An open incident in a list.</summary>
public sealed record IncidentItem
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The instance.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>Key of the process.</summary>
    public required string ProcessKey { get; init; }

    /// <summary>The element where the token is stuck.</summary>
    public required string ElementId { get; init; }

    /// <summary>Stable code.</summary>
    public required string Code { get; init; }

    /// <summary>A sentence; null when the matter is restricted or sealed.</summary>
    public string? Message { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset RaisedAt { get; init; }
}
