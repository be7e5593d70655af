namespace Platform.Host.Components;

/// <summary>How an entry of a timeline is marked.</summary>
public enum TimelineTone
{
    /// <summary>Worth knowing.</summary>
    Plain,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Going on.</summary>
    Open,

    /// <summary>A card, an escalation, a return.</summary>
    Alert,
}

/// <summary>One thing that happened.</summary>
/// <param name="At">When.</param>
/// <param name="Title">What, in a few words.</param>
/// <param name="Who">By whom, for whom; null for the clock.</param>
/// <param name="Quote">What was said; null for nothing.</param>
/// <param name="Tone">How it is marked.</param>
public sealed record TimelineItem(DateTimeOffset At, string Title, string? Who, string? Quote = null, TimelineTone Tone = TimelineTone.Plain);
