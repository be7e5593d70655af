using Platform.Runtime.Tasks;

namespace Platform.Host.Pages.Official;

/// <summary>The parts of the inbox as the address names them.</summary>
/// <param name="Key">What stands in the address.</param>
/// <param name="Filter">What it shows.</param>
/// <param name="TextKey">Key of its name in the texts.</param>
/// <param name="Count">Its number beside the inbox; null shows none.</param>
internal sealed record InboxTabs(string Key, InboxFilter Filter, string TextKey, Func<InboxCounts, int>? Count = null)
{
    public static IReadOnlyList<InboxTabs> All { get; } =
    [
        new("all", InboxFilter.All, "Inbox.TabAll", counts => counts.Open),
        new("unclaimed", new InboxFilter { Tab = InboxTab.ToClaim }, "Inbox.TabUnclaimed", counts => counts.Unclaimed),
        new("overdue", new InboxFilter { Tab = InboxTab.Overdue }, "Inbox.TabOverdue", counts => counts.Overdue),
        new("due-soon", new InboxFilter { Tab = InboxTab.DueSoon }, "Inbox.TabDueSoon", counts => counts.DueToday),
        new("own", new InboxFilter { OnlyOwn = true }, "Inbox.TabOwn"),
    ];

    /// <summary>The part of a key; the whole inbox for any other text.</summary>
    public static InboxTabs Find(string? key) => All.FirstOrDefault(tab => tab.Key == key) ?? All[0];
}
