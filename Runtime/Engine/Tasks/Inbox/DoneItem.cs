namespace Platform.Runtime.Tasks;

/// <summary>A task that a person completed.</summary>
public sealed record DoneItem
{
    /// <summary>The task.</summary>
    public required Guid TaskId { get; init; }

    /// <summary>Its instance.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>Version that the instance runs on.</summary>
    public required Guid DefinitionId { get; init; }

    /// <summary>Element of the process.</summary>
    public required string ElementId { get; init; }

    /// <summary>Name for people.</summary>
    public required string Title { get; init; }

    /// <summary>Number or name by which people know the matter; null for none.</summary>
    public string? BusinessKey { get; init; }

    /// <summary>Outcome chosen; null for none.</summary>
    public string? Outcome { get; init; }

    /// <summary>The outcome in the words of the form; null for none.</summary>
    public string? OutcomeText { get; init; }

    /// <summary>When it was completed.</summary>
    public required DateTimeOffset CompletedAt { get; init; }

    /// <summary>Whether it was late.</summary>
    public required bool WasLate { get; init; }

    /// <summary>The person represented; null for oneself.</summary>
    public Guid? OnBehalfOf { get; init; }
}
