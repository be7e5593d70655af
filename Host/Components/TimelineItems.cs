using Platform.Runtime.History;

namespace Platform.Host.Components;

/// <summary>Turns the history of a matter into what pages show.</summary>
public static class TimelineItems
{
    /// <summary>The entries as a timeline shows them.</summary>
    /// <param name="entries">In order; null for a matter that does not exist for the reader.</param>
    public static IReadOnlyList<TimelineItem> From(IEnumerable<TimelineEntry>? entries) => [.. (entries ?? []).Select(From)];

    private static TimelineItem From(TimelineEntry entry) => new(
        entry.At,
        entry.Title,
        entry.OnBehalfOf is null ? entry.Who : $"{entry.Who}（代{entry.OnBehalfOf}）",
        entry.Quote,
        entry.Kind switch
        {
            TimelineKind.Task => TimelineTone.Done,
            TimelineKind.Deadline or TimelineKind.Incident => TimelineTone.Alert,
            _ => TimelineTone.Plain,
        });
}
