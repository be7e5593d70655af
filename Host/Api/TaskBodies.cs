using System.Text.Json;

namespace Platform.Host.Api;

/// <summary>An order to sign for a task or give it back.</summary>
/// <param name="OnBehalfOf">The person represented; null for oneself.</param>
public sealed record ClaimBody(Guid? OnBehalfOf);

/// <summary>An order to complete a task.</summary>
/// <param name="CommandId">Names the order; choose a new one for each.</param>
/// <param name="Outcome">One of the task's outcomes.</param>
/// <param name="Values">Values of the form by key.</param>
/// <param name="Opinion">The opinion.</param>
/// <param name="RowVersion">The version that was read; null accepts any.</param>
/// <param name="OnBehalfOf">The person represented; null for oneself.</param>
public sealed record CompleteBody(
    Guid CommandId, string? Outcome, Dictionary<string, JsonElement>? Values, string? Opinion, long? RowVersion, Guid? OnBehalfOf);

/// <summary>The version of a task after a change.</summary>
/// <param name="RowVersion">To hand back with the next change.</param>
public sealed record VersionAnswer(long RowVersion);
