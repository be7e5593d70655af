using Platform.Runtime.Persistence;

namespace Platform.Runtime.Definitions.Versions;

/// <summary>A request to publish as pages show it.</summary>
public sealed record PublishRequest
{
    /// <summary>The request.</summary>
    public required Guid Id { get; init; }

    /// <summary>Process id.</summary>
    public required string Key { get; init; }

    /// <summary>Name of the process.</summary>
    public required string Name { get; init; }

    /// <summary>Old version that is to be published again; null for the draft.</summary>
    public Guid? SourceDefinitionId { get; init; }

    /// <summary>What changes, in words.</summary>
    public required string Note { get; init; }

    /// <summary>Who asked.</summary>
    public required Guid RequestedBy { get; init; }

    /// <summary>Their name.</summary>
    public required string RequestedByName { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public required PublishRequestStatus Status { get; init; }

    /// <summary>Name of who decided; null while open.</summary>
    public string? DecidedByName { get; init; }

    /// <summary>When; null while open.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Why it was declined; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether what would be published is still what was asked for.</summary>
    public bool IsCurrent { get; init; }
}
