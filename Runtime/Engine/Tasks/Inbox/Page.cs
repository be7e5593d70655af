namespace Platform.Runtime.Tasks;

/// <summary>A part of a list.</summary>
/// <typeparam name="T">What it holds.</typeparam>
/// <param name="Items">The items in order.</param>
/// <param name="Next">Handed back to get the next part; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
