using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Platform.Decisions.Feel;

/// <summary>
/// A number with the semantics of IEEE 754 decimal128 (DMN 1.5 §10.3.2.3.1): 34 significant digits, rounded half to even,
/// exponents from -6176 to 6111. Never infinite, never not-a-number.
/// </summary>
public sealed class FeelNumber : FeelValue
{
    private const int CachedFrom = -128;
    private const int CachedTo = 1024;

    private static readonly FeelNumber[] Cached = BuildCache();

    private FeelNumber(Decimal34 value) => Value = value;

    /// <inheritdoc/>
    public override string TypeName => "number";

    internal Decimal34 Value { get; }

    internal override FeelKind Kind => FeelKind.Number;

    /// <summary>Whether the number has no digits behind the point.</summary>
    public bool IsInteger => Value.Exponent >= 0 || Value.Normalized().Exponent >= 0;

    /// <summary>The number for a .NET integer.</summary>
    /// <param name="value">Any value.</param>
    public static new FeelNumber Of(long value) =>
        value is >= CachedFrom and <= CachedTo ? Cached[value - CachedFrom] : new FeelNumber(new Decimal34(value, 0));

    /// <summary>The number for a .NET decimal, exactly.</summary>
    /// <param name="value">Any value.</param>
    public static new FeelNumber Of(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var magnitude = new Int128((uint)parts[2], ((ulong)(uint)parts[1] << 32) | (uint)parts[0]);
        var scale = (parts[3] >> 16) & 0xFF;
        return Of(new Decimal34(decimal.IsNegative(value) ? -magnitude : magnitude, -scale));
    }

    /// <summary>The number for an integer of any size, rounded to 34 digits.</summary>
    /// <param name="value">Magnitude below 10^6145; larger ones give null.</param>
    public static FeelNumber? Of(BigInteger value) => Decimal34.TryRound(value, 0, out var number) ? Of(number) : null;

    internal static FeelNumber Of(Decimal34 value) =>
        value.Exponent == 0 && value.Coefficient >= CachedFrom && value.Coefficient <= CachedTo
            ? Cached[(int)value.Coefficient - CachedFrom]
            : new FeelNumber(value);

    /// <summary>Reads <c>-12.5</c>, <c>.5</c>, <c>1.2e-3</c>. No spaces, no grouping, a point as decimal separator.</summary>
    /// <param name="text">The digits.</param>
    /// <param name="number">The number when read.</param>
    /// <returns>False when the text is no number or lies outside decimal128.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out FeelNumber? number)
    {
        number = null;
        if (text is null || !TryScan(text, out var digits, out var exponent)
            || !Decimal34.TryRound(digits, exponent, out var value))
        {
            return false;
        }
        number = Of(value);
        return true;
    }

    /// <summary>The number as a .NET decimal, rounded to its 28 digits.</summary>
    /// <param name="value">The decimal when it fits.</param>
    /// <returns>False when the magnitude is too large for a decimal.</returns>
    public bool TryToDecimal(out decimal value)
    {
        value = 0;
        var rounded = Value;
        if (rounded.Exponent < -28 && !rounded.TryScale(28, DecimalRounding.HalfEven, out rounded))
        {
            return false;
        }
        // 29 digits fit only below 2^96; the text form settles that without special cases.
        var digits = Decimal34.Digits(rounded.Coefficient) + rounded.Exponent;
        if (digits > 29)
        {
            return false;
        }
        return rounded.TryScale(Math.Max(0, 28 - Math.Max(0, digits)), DecimalRounding.HalfEven, out rounded)
            && decimal.TryParse(rounded.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>The number as a .NET integer.</summary>
    /// <param name="value">The integer when the number is one and fits.</param>
    /// <returns>False when there are digits behind the point or the magnitude is too large.</returns>
    public bool TryToInt64(out long value)
    {
        value = 0;
        var (coefficient, exponent) = Value.Exponent == 0 ? (Value.Coefficient, 0) : Value.Normalized();
        if (exponent is < 0 or > 18)
        {
            return false;
        }
        for (; exponent > 0 && Int128.Abs(coefficient) <= long.MaxValue; exponent--)
        {
            coefficient *= 10;
        }
        if (coefficient < long.MinValue || coefficient > long.MaxValue)
        {
            return false;
        }
        value = (long)coefficient;
        return true;
    }

    /// <summary>The integer part where it fits 32 bits; what FEEL takes where it wants a position or a scale.</summary>
    internal bool TryTruncate(out int value)
    {
        value = 0;
        if (!Value.TryScale(0, DecimalRounding.Down, out var whole) || !Of(whole).TryToInt64(out var integer)
            || integer is < int.MinValue or > int.MaxValue)
        {
            return false;
        }
        value = (int)integer;
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(FeelValue? other) => other is FeelNumber number && Value.Equals(number.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    internal override void Write(StringBuilder text, bool literal) => text.Append(Value.ToString());

    private static bool TryScan(string text, out BigInteger digits, out int exponent)
    {
        digits = BigInteger.Zero;
        exponent = 0;
        var position = text.StartsWith('-') ? 1 : 0;
        var mantissa = new StringBuilder();
        var seenPoint = false;
        for (; position < text.Length; position++)
        {
            var c = text[position];
            if (char.IsAsciiDigit(c))
            {
                mantissa.Append(c);
                exponent -= seenPoint ? 1 : 0;
            }
            else if (c == '.' && !seenPoint && position + 1 < text.Length && char.IsAsciiDigit(text[position + 1]))
            {
                seenPoint = true;
            }
            else
            {
                break;
            }
        }
        if (mantissa.Length is 0 or > 10_000)
        {
            return false;
        }
        if (position < text.Length)
        {
            var tail = text.AsSpan(position + 1);
            if (text[position] is not ('e' or 'E') || tail.IsEmpty || !char.IsAsciiDigit(tail[^1])
                || !int.TryParse(tail, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power)
                || power is < -20_000 or > 20_000)
            {
                return false;
            }
            exponent += power;
        }
        digits = BigInteger.Parse(mantissa.ToString(), CultureInfo.InvariantCulture);
        digits = text.StartsWith('-') ? -digits : digits;
        return true;
    }

    private static FeelNumber[] BuildCache()
    {
        var cache = new FeelNumber[CachedTo - CachedFrom + 1];
        for (var i = 0; i < cache.Length; i++)
        {
            cache[i] = new FeelNumber(new Decimal34(CachedFrom + i, 0));
        }
        return cache;
    }
}
