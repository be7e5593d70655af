namespace Platform.Decisions.Feel;

/// <summary>What one evaluation may use. Beyond it the result is null with a warning; nothing throws.</summary>
public sealed record FeelBudget
{
    /// <summary>The budget that is used when none is given.</summary>
    public static FeelBudget Default { get; } = new();

    /// <summary>Evaluated syntax nodes and loop rounds; positive. Default 5,000,000.</summary>
    public long Steps { get; init; } = 5_000_000;

    /// <summary>Function calls within function calls; positive. Default 256.</summary>
    public int Depth { get; init; } = 256;

    /// <summary>Items of one list, and characters of one text; positive. Default 1,000,000.</summary>
    public int CollectionSize { get; init; } = 1_000_000;

    /// <summary>Longest duration, or null for none. Needs <see cref="Clock"/>.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Measures <see cref="Time"/>.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>How long one regular expression may search; such a search cannot count steps. Default 250 ms.</summary>
    public TimeSpan Match { get; init; } = TimeSpan.FromMilliseconds(250);
}
