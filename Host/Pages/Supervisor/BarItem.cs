namespace Platform.Host.Pages.Supervisor;

/// <summary>One bar of a list.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Count">How many.</param>
/// <param name="Href">Where the counted things are listed; null for nowhere.</param>
public sealed record BarItem(string Name, int Count, string? Href);
