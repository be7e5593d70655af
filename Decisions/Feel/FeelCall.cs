namespace Platform.Decisions.Feel;

/// <summary>Where a call stands in its expression's text, and on whose budget it runs.</summary>
internal readonly record struct FeelCall(FeelSession Session, int Start, int Length)
{
    public FeelValue Warn(in FeelMessage message) => Session.Warn(Start, Length, message);

    public FeelValue Sized(FeelValue value) => Session.Sized(value, Start, Length);
}
