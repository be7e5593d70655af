using System.Collections.Immutable;

namespace Platform.Runtime.Deadlines;

/// <summary>What the process itself tells when a deadline has passed.</summary>
/// <param name="To">Whom.</param>
/// <param name="Text">The text with its places in braces.</param>
public sealed record DeadlineNotice(ImmutableArray<Recipient> To, string Text);
