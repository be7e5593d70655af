using System.Globalization;
using System.Text;

namespace Platform.Decisions.Feel;

/// <summary>A duration of years and months.</summary>
/// <param name="months">All of it in months; may be negative.</param>
public sealed class FeelYearMonthDuration(long months) : FeelValue
{
    /// <summary>All of it in months; may be negative.</summary>
    public long Months { get; } = months;

    /// <inheritdoc/>
    public override string TypeName => "years and months duration";

    internal override FeelKind Kind => FeelKind.YearMonth;

    /// <inheritdoc/>
    public override bool Equals(FeelValue? other) => other is FeelYearMonthDuration duration && Months == duration.Months;

    /// <inheritdoc/>
    public override int GetHashCode() => Months.GetHashCode();

    internal override void Write(StringBuilder text, bool literal) => TemporalWriter.Quote(text, literal, WritePlain);

    internal void WritePlain(StringBuilder text)
    {
        text.Append(Months < 0 ? "-P" : "P");
        var (years, rest) = Math.DivRem(Math.Abs(Months), 12);
        if (years != 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{years}Y");
        }
        if (rest != 0 || years == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{rest}M");
        }
    }
}
