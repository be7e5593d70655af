namespace Platform.Runtime.Deadlines;

/// <summary>
/// Recipients as they are fixed when a clock starts: the unit or post is bound then, so that no variable is needed later;
/// the people are found when the step is due, so that a successor is reached.
/// </summary>
/// <param name="Kind">How they are found.</param>
/// <param name="Id">The unit or person; null for holders and posts.</param>
/// <param name="Post">Name of the post; null unless the kind is a post.</param>
public sealed record Recipient(RecipientKind Kind, Guid? Id = null, string? Post = null);
