using Platform.Decisions.Feel;

namespace Platform.Designer.Expressions;

/// <summary>Why a text is no expression, and where.</summary>
/// <param name="Message">What is wrong, for officials.</param>
/// <param name="Text">The text.</param>
/// <param name="Start">Where the wrong part begins, in UTF-16 units from 0.</param>
/// <param name="Length">How long it is; at least 1 unless it is the end of the text.</param>
public sealed record FeelProblem(string Message, string Text, int Start, int Length)
{
    private const int Around = 24;

    /// <summary>What stands before the wrong part, shortened.</summary>
    public string Before => Start <= Around ? Text[..Start] : string.Concat("…", Text.AsSpan(Start - Around, Around));

    /// <summary>The wrong part; empty at the end of the text.</summary>
    public string Wrong => Text.Substring(Start, Length);

    /// <summary>What stands behind it, shortened.</summary>
    public string After => Text.Length - Start - Length <= Around ? Text[(Start + Length)..] : string.Concat(Text.AsSpan(Start + Length, Around), "…");

    /// <summary>What is wrong with a text; null when it is an expression.</summary>
    /// <param name="text">The text; empty is no expression and nothing wrong.</param>
    /// <param name="names">Names that it may read; null when they are not known.</param>
    /// <param name="unknown">Says that a name is not known.</param>
    public static FeelProblem? Of(string text, IReadOnlyCollection<string>? names, Func<string, string> unknown)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(unknown);
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        FeelParseResult<FeelExpression> parsed = FeelExpression.Parse(text, names);
        if (parsed.Expression is null)
        {
            return At(text, parsed.Errors[0]);
        }

        return names is not null && parsed.Expression.References.FirstOrDefault(name => !names.Contains(name)) is { } stranger
            ? new FeelProblem(unknown(stranger), text, Math.Max(0, text.IndexOf(stranger, StringComparison.Ordinal)), text.Contains(stranger, StringComparison.Ordinal) ? stranger.Length : 0)
            : null;
    }

    /// <summary>A warning of FEEL as a place in a text; what lies beyond its end is at its end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="warning">The warning.</param>
    public static FeelProblem At(string text, FeelWarning warning)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(warning);
        int start = Math.Clamp(warning.Start, 0, text.Length);
        return new FeelProblem(warning.Chinese, text, start, Math.Clamp(Math.Max(1, warning.Length), 0, text.Length - start));
    }
}
