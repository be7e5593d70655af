namespace Platform.Host.Pages;

/// <summary>A part of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">What was found.</param>
/// <param name="HasMore">Whether there is more behind it.</param>
/// <param name="Next">Where that begins; null when it follows from the last item.</param>
public sealed record Portion<T>(IReadOnlyList<T> Items, bool HasMore, string? Next = null);
