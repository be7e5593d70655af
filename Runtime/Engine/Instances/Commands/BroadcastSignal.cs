using System.Collections.Immutable;
using Platform.Decisions.Feel;

namespace Platform.Runtime.Instances;

/// <summary>A signal for everything in the county that waits for it.</summary>
public sealed record BroadcastSignal
{
    /// <summary>The county.</summary>
    public required string TenantId { get; init; }

    /// <summary>Name of the signal.</summary>
    public required string Name { get; init; }

    /// <summary>Content.</summary>
    public ImmutableDictionary<string, FeelValue> Variables { get; init; } = ImmutableDictionary<string, FeelValue>.Empty;

    /// <summary>Id chosen by the sender; repeating it reaches nobody twice.</summary>
    public required Guid CommandId { get; init; }

    /// <summary>Who sends it.</summary>
    public required Actor Actor { get; init; }
}
