using System.Collections.Immutable;
using Platform.Decisions.Feel;

namespace Platform.Runtime.Instances;

/// <summary>A message for exactly one receiver: an instance that waits for it, or a process that it starts.</summary>
public sealed record CorrelateMessage
{
    /// <summary>The county.</summary>
    public required string TenantId { get; init; }

    /// <summary>Name of the message.</summary>
    public required string Name { get; init; }

    /// <summary>Key that the receiver waits for; null reaches only receivers that wait without a key.</summary>
    public string? CorrelationKey { get; init; }

    /// <summary>Content.</summary>
    public ImmutableDictionary<string, FeelValue> Variables { get; init; } = ImmutableDictionary<string, FeelValue>.Empty;

    /// <summary>Id chosen by the sender; repeating it gives the first answer.</summary>
    public required Guid CommandId { get; init; }

    /// <summary>Who sends it.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The stored job that sends it; null for none.</summary>
    internal Guid? JobId { get; init; }
}
