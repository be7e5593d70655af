using System.Text.Json;

namespace Platform.Host.Api;

/// <summary>An order to start a process that carries no case.</summary>
public sealed record StartBody
{
    /// <summary>Names the order; repeated, it gives the first answer again.</summary>
    public required Guid CommandId { get; init; }

    /// <summary>Key of the process.</summary>
    public required string ProcessKey { get; init; }

    /// <summary>Version; null for the newest.</summary>
    public int? Version { get; init; }

    /// <summary>Number or name for people; null for none.</summary>
    public string? BusinessKey { get; init; }

    /// <summary>First variables; null for none.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Variables { get; init; }
}

/// <summary>An order to end an instance before its time.</summary>
/// <param name="CommandId">Names the order; repeated, it gives the first answer again.</param>
/// <param name="Reason">Why, for the record; 4 to 500 characters.</param>
public sealed record EndBody(Guid CommandId, string Reason);

/// <summary>An instance that was started or ended.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Status">Running or how it ended.</param>
public sealed record InstanceAnswer(Guid InstanceId, string Status);
