using System.Text;

namespace Platform.Decisions.Feel;

/// <summary>How a range was written; DMN 1.5 keeps <c>(&lt; 10)</c> and <c>(null..10)</c> apart.</summary>
public enum FeelRangeForm
{
    /// <summary>Two endpoints between brackets; an endpoint that is null makes membership unknown.</summary>
    Interval,

    /// <summary>One of <c>&lt; &lt;= &gt; &gt;= =</c> before an endpoint; the other side is unbounded.</summary>
    Comparison,

    /// <summary><c>!=</c> before an endpoint: everything but that value.</summary>
    Exclusion,
}

/// <summary>
/// A range (DMN 1.5 §10.3.2.7). For a comparison such as <c>(&gt;= 10)</c> the unbounded side is null and not included;
/// for <c>(= 10)</c> both ends are 10 and included.
/// </summary>
/// <param name="start">Lower end, or null when there is none.</param>
/// <param name="startIncluded">Whether the lower end belongs to the range.</param>
/// <param name="end">Upper end, or null when there is none.</param>
/// <param name="endIncluded">Whether the upper end belongs to the range.</param>
/// <param name="form">How the range was written.</param>
public sealed class FeelRange(
    FeelValue start, bool startIncluded, FeelValue end, bool endIncluded, FeelRangeForm form = FeelRangeForm.Interval) : FeelValue
{
    /// <summary>Lower end, or null when there is none.</summary>
    public FeelValue Start { get; } = start;

    /// <summary>Whether the lower end belongs to the range.</summary>
    public bool StartIncluded { get; } = startIncluded;

    /// <summary>Upper end, or null when there is none.</summary>
    public FeelValue End { get; } = end;

    /// <summary>Whether the upper end belongs to the range.</summary>
    public bool EndIncluded { get; } = endIncluded;

    /// <summary>How the range was written.</summary>
    public FeelRangeForm Form { get; } = form;

    /// <inheritdoc/>
    public override string TypeName => "range";

    internal override FeelKind Kind => FeelKind.Range;

    internal override int Weight => (int)Math.Min(1L + Start.Weight + End.Weight, int.MaxValue);

    internal override int Height => Math.Max(Start.Height, End.Height) + 1;

    /// <summary>Whether the value lies in the range; null when the two cannot be compared.</summary>
    /// <param name="value">Any value.</param>
    public bool? Contains(FeelValue value)
    {
        switch (Form)
        {
            case FeelRangeForm.Exclusion:
                return !FeelComparison.AreEqual(value, Start);
            case FeelRangeForm.Comparison when StartIncluded && EndIncluded:
                return FeelComparison.AreEqual(value, Start);
            case FeelRangeForm.Comparison when Start.IsNull && End.IsNull:
                return null;
            default:
                break;
        }
        var unbounded = Form == FeelRangeForm.Comparison;
        var low = unbounded && Start.IsNull ? true : Holds(FeelComparison.Compare(value, Start), StartIncluded, sign: 1);
        var high = unbounded && End.IsNull ? true : Holds(FeelComparison.Compare(value, End), EndIncluded, sign: -1);
        return low is null || high is null ? null : low.Value && high.Value;
    }

    /// <inheritdoc/>
    public override bool Equals(FeelValue? other) =>
        other is FeelRange range && Form == range.Form && StartIncluded == range.StartIncluded
        && EndIncluded == range.EndIncluded && Start.Equals(range.Start) && End.Equals(range.End);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Start, End, StartIncluded, EndIncluded);

    internal override void Write(StringBuilder text, bool literal)
    {
        if (Form == FeelRangeForm.Interval)
        {
            text.Append(StartIncluded ? '[' : '(');
            Start.Write(text, literal);
            text.Append("..");
            End.Write(text, literal);
            text.Append(EndIncluded ? ']' : ')');
            return;
        }
        text.Append('(').Append(ComparisonSign());
        (Start.IsNull ? End : Start).Write(text, literal);
        text.Append(')');
    }

    private string ComparisonSign() => (Form, StartIncluded, EndIncluded) switch
    {
        (FeelRangeForm.Exclusion, _, _) => "!= ",
        (_, true, true) => "= ",
        (_, true, false) => ">= ",
        (_, false, true) => "<= ",
        _ => Start.IsNull ? "< " : "> ",
    };

    private static bool? Holds(int? comparison, bool included, int sign) =>
        comparison is not { } order ? null : order == 0 ? included : Math.Sign(order) == sign;
}
