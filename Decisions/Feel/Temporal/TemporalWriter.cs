using System.Globalization;
using System.Text;

namespace Platform.Decisions.Feel;

/// <summary>What the temporal types share when they are written.</summary>
internal static class TemporalWriter
{
    /// <summary>Writes a value as <c>@"…"</c> when a literal is wanted, otherwise bare.</summary>
    public static void Quote(StringBuilder text, bool literal, Action<StringBuilder> write)
    {
        text.Append(literal ? "@\"" : "");
        write(text);
        text.Append(literal ? "\"" : "");
    }

    /// <summary>Writes a fraction of a second without trailing zeros, nothing when it is zero.</summary>
    public static void Fraction(StringBuilder text, long nanos)
    {
        if (nanos != 0)
        {
            text.Append('.').Append(nanos.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0'));
        }
    }
}
