using Platform.Runtime.Persistence;

namespace Platform.Runtime.Access;

/// <summary>A stored job in a list, without its content.</summary>
public sealed record JobItem
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Sort of work.</summary>
    public required string Kind { get; init; }

    /// <summary>The instance that ordered it; null for none.</summary>
    public Guid? InstanceId { get; init; }

    /// <summary>The element that ordered it; null for none.</summary>
    public string? ElementId { get; init; }

    /// <summary>Where it stands.</summary>
    public required JobStatus Status { get; init; }

    /// <summary>When it runs next.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Attempts { get; init; }

    /// <summary>How often it is tried before it becomes an incident.</summary>
    public required int MaxAttempts { get; init; }

    /// <summary>Code of the last failure; null for none.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Sentence about the last failure; null for none, and for restricted or sealed matters.</summary>
    public string? ErrorMessage { get; init; }
}
