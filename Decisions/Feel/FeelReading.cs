namespace Platform.Decisions.Feel;

/// <summary>The ends of reading that expressions and unary tests share.</summary>
internal static class FeelReading
{
    public static FeelWarning? TooLong(string text) => text.Length <= Cursor.LongestText
        ? null
        : FeelWarning.At(Cursor.LongestText, 0, FeelMessage.Syntax("文本过长。", "The text is too long."));

    /// <summary>The error of the whole reading; null when the text was read to its end.</summary>
    public static FeelWarning? Finish(ParserState state)
    {
        if (!state.Cursor.Failed && !state.Cursor.AtEnd)
        {
            state.Cursor.FailHere(FeelMessage.Syntax("此处有多余的内容。", "There is something more here than an expression."));
        }
        return state.Cursor.Error;
    }
}
