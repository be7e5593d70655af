using System.Collections.Immutable;

namespace Platform.Runtime.Access;

/// <summary>A person for whom a viewer may act.</summary>
/// <param name="PrincipalId">The person represented.</param>
/// <param name="ProcessKeys">Processes it holds for; empty means all.</param>
public sealed record Representation(Guid PrincipalId, ImmutableArray<string> ProcessKeys);
