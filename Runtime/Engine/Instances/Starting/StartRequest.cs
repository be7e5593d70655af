using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Runtime.Access;

namespace Platform.Runtime.Instances.Starting;

/// <summary>An official's order to start a process.</summary>
public sealed record StartRequest
{
    /// <summary>Who starts it.</summary>
    public required Viewer By { get; init; }

    /// <summary>Key of the process.</summary>
    public required string ProcessKey { get; init; }

    /// <summary>What was entered in the form.</summary>
    public ImmutableDictionary<string, FeelValue> Values { get; init; } = ImmutableDictionary<string, FeelValue>.Empty;

    /// <summary>Id chosen by the caller; repeating it gives the first answer.</summary>
    public required Guid CommandId { get; init; }
}
