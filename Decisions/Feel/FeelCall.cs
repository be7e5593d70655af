namespace Platform.Decisions.Feel;

/// <summary>Where a call stands in its expression's text, and on whose budget it runs.</summary>
internal readonly record struct FeelCall(FeelSession Session, int Start, int Length)
{
    public FeelValue Warn(in FeelMessage message) => Session.Warn(Start, Length, message);

    /// <summary>A value that was made just now: it costs steps for its memory, and is null when it is too large.</summary>
    public FeelValue Sized(FeelValue value)
    {
        var steps = value switch
        {
            FeelString text => text.Value.Length / 16,
            FeelList list => list.Items.Count / 2,
            FeelContext context => context.Entries.Count / 2,
            _ => 0,
        };
        return steps == 0 || Session.Spend(steps) ? Session.Sized(value, Start, Length) : FeelNull.Instance;
    }
}
