using System.Collections.Immutable;
using Platform.Decisions.Feel;

namespace Platform.Runtime.Tasks;

/// <summary>An order to complete a task.</summary>
public sealed record CompleteTask
{
    /// <summary>The county.</summary>
    public required string TenantId { get; init; }

    /// <summary>The task.</summary>
    public required Guid TaskId { get; init; }

    /// <summary>Names this order: repeated, it gives the first answer again and changes nothing.</summary>
    public required Guid CommandId { get; init; }

    /// <summary>The person who acts.</summary>
    public required Guid By { get; init; }

    /// <summary>The person represented; null for oneself, or to let the one principal be found.</summary>
    public Guid? OnBehalfOf { get; init; }

    /// <summary>One of the task's outcomes; empty when it has none.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>Values of the form by key.</summary>
    public ImmutableDictionary<string, FeelValue> Values { get; init; } = ImmutableDictionary<string, FeelValue>.Empty;

    /// <summary>The opinion, at most 4,000 characters; null for none.</summary>
    public string? Opinion { get; init; }

    /// <summary>The version of the task that the person saw; null to accept any.</summary>
    public long? RowVersion { get; init; }
}
