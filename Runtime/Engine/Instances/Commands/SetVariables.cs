using System.Collections.Immutable;
using Platform.Decisions.Feel;

namespace Platform.Runtime.Instances;

/// <summary>Sets variables of an instance from outside; conditional events look again.</summary>
public sealed record SetVariables
{
    /// <summary>The county.</summary>
    public required string TenantId { get; init; }

    /// <summary>The instance.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>Names and values.</summary>
    public required ImmutableDictionary<string, FeelValue> Variables { get; init; }

    /// <summary>Token at whose place they are set; null for the process itself.</summary>
    public long? ScopeTokenId { get; init; }

    /// <summary>Id chosen by the caller; repeating it gives the first answer.</summary>
    public required Guid CommandId { get; init; }

    /// <summary>Who sets them.</summary>
    public required Actor Actor { get; init; }

    /// <summary>What must commit with it; null for nothing.</summary>
    public StepAdditions? Additions { get; init; }
}
