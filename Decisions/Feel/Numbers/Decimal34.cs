using System.Globalization;
using System.Numerics;

namespace Platform.Decisions.Feel;

/// <summary>
/// An IEEE 754-2008 decimal128 number without infinities and NaN: <see cref="Coefficient"/> × 10^<see cref="Exponent"/>,
/// at most 34 digits, half-even. Operations answer false where decimal128 would leave the finite numbers.
/// </summary>
internal readonly struct Decimal34(Int128 coefficient, int exponent) : IComparable<Decimal34>, IEquatable<Decimal34>
{
    public const int Precision = 34;
    public const int LowestExponent = -6176;
    public const int HighestExponent = 6111;

    /// <summary>Two numbers farther apart than this cannot influence each other's 34 digits.</summary>
    private const int Negligible = 80;

    private static readonly Int128[] Powers = BuildPowers();
    private static readonly Int128 Limit = Powers[Precision];

    public Int128 Coefficient { get; } = coefficient;

    public int Exponent { get; } = exponent;

    public int Sign => Int128.Sign(Coefficient);

    public bool IsZero => Coefficient == Int128.Zero;

    public static Decimal34 Zero => default;

    public static Decimal34 One => new(Int128.One, 0);

    public static bool operator <(Decimal34 left, Decimal34 right) => left.CompareTo(right) < 0;

    public static bool operator >(Decimal34 left, Decimal34 right) => left.CompareTo(right) > 0;

    public static bool operator <=(Decimal34 left, Decimal34 right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Decimal34 left, Decimal34 right) => left.CompareTo(right) >= 0;

    public static bool operator ==(Decimal34 left, Decimal34 right) => left.Equals(right);

    public static bool operator !=(Decimal34 left, Decimal34 right) => !left.Equals(right);

    public static Decimal34 operator -(Decimal34 value) => new(-value.Coefficient, value.Exponent);

    public Decimal34 Abs() => new(Int128.Abs(Coefficient), Exponent);

    public static bool TryAdd(Decimal34 left, Decimal34 right, out Decimal34 sum)
    {
        if (left.Exponent == right.Exponent)
        {
            return TryFit(left.Coefficient + right.Coefficient, left.Exponent, out sum);
        }
        var (high, low) = left.Exponent > right.Exponent ? (left, right) : (right, left);
        var distance = high.Exponent - low.Exponent;
        if (high.IsZero || low.IsZero)
        {
            sum = high.IsZero ? low : high;
            return true;
        }
        if (distance <= 18 && Int128.Abs(high.Coefficient) < Powers[19])
        {
            return TryFit((high.Coefficient * Powers[distance]) + low.Coefficient, low.Exponent, out sum);
        }
        if (distance > Negligible)
        {
            sum = high;
            return true;
        }
        var exact = ((BigInteger)high.Coefficient * BigInteger.Pow(10, distance)) + (BigInteger)low.Coefficient;
        return TryRound(exact, low.Exponent, out sum);
    }

    public static bool TrySubtract(Decimal34 left, Decimal34 right, out Decimal34 difference) => TryAdd(left, -right, out difference);

    public static bool TryMultiply(Decimal34 left, Decimal34 right, out Decimal34 product)
    {
        var exponent = left.Exponent + right.Exponent;
        if (IsLong(left.Coefficient) && IsLong(right.Coefficient))
        {
            var high = Math.BigMul((long)left.Coefficient, (long)right.Coefficient, out var low);
            return TryFit(new Int128((ulong)high, (ulong)low), exponent, out product);
        }
        return TryRound((BigInteger)left.Coefficient * (BigInteger)right.Coefficient, exponent, out product);
    }

    public static bool TryDivide(Decimal34 left, Decimal34 right, out Decimal34 quotient)
    {
        quotient = Zero;
        if (right.IsZero)
        {
            return false;
        }
        if (left.IsZero)
        {
            return true;
        }
        if (IsLong(left.Coefficient) && IsLong(right.Coefficient))
        {
            var (whole, rest) = Math.DivRem((long)left.Coefficient, (long)right.Coefficient);
            if (rest == 0)
            {
                return TryFit(whole, left.Exponent - right.Exponent, out quotient);
            }
            var scaled = left.Coefficient * Powers[18];
            var exact = scaled / right.Coefficient;
            if (exact * right.Coefficient == scaled)
            {
                return TryFit(Strip(exact, left.Exponent - right.Exponent - 18), out quotient);
            }
        }
        var numerator = (BigInteger)left.Coefficient;
        var denominator = (BigInteger)right.Coefficient;
        var shift = Math.Max(0, Precision + 2 + Digits(right.Coefficient) - Digits(left.Coefficient));
        var big = BigInteger.DivRem(numerator * BigInteger.Pow(10, shift), denominator, out var remainder);
        if (remainder.IsZero)
        {
            return TryRound(big, left.Exponent - right.Exponent - shift, out quotient) && TryFit(Strip(quotient.Coefficient, quotient.Exponent), out quotient);
        }
        // A trailing non-zero digit stands for all the digits that follow: rounding must not mistake them for a tie.
        big = (big * 10) + (numerator.Sign * denominator.Sign);
        return TryRound(big, left.Exponent - right.Exponent - shift - 1, out quotient);
    }

    /// <summary>dividend − divisor × ⌊dividend ÷ divisor⌋, computed exactly before rounding.</summary>
    public static bool TryModulo(Decimal34 dividend, Decimal34 divisor, out Decimal34 result)
    {
        result = Zero;
        if (divisor.IsZero)
        {
            return false;
        }
        var distance = dividend.Exponent - divisor.Exponent;
        if (distance < -Negligible)
        {
            // The divisor is larger by far: nothing is taken off, at most the sign is mended.
            result = dividend;
            return dividend.IsZero || dividend.Sign == divisor.Sign || TryAdd(dividend, divisor, out result);
        }
        var exponent = Math.Min(dividend.Exponent, divisor.Exponent);
        var right = (BigInteger)divisor.Coefficient * BigInteger.Pow(10, divisor.Exponent - exponent);
        var left = (BigInteger)dividend.Coefficient * BigInteger.ModPow(10, dividend.Exponent - exponent, BigInteger.Abs(right));
        var rest = BigInteger.Remainder(left, right);
        if (!rest.IsZero && rest.Sign != right.Sign)
        {
            rest += right;
        }
        return TryRound(rest, exponent, out result);
    }

    /// <summary>The number with <paramref name="scale"/> decimal places; a negative scale rounds before the point.</summary>
    public bool TryScale(int scale, DecimalRounding rounding, out Decimal34 result)
    {
        if (-scale <= Exponent)
        {
            result = this;
            return true;
        }
        var drop = -scale - Exponent;
        var rounded = drop > Precision + 5
            ? RoundAway(Sign, rounding)
            : Drop((BigInteger)Coefficient, drop, rounding);
        return TryRound(rounded, -scale, out result);
    }

    /// <summary>Brings an exact value to at most 34 digits; false where it is too large.</summary>
    public static bool TryRound(BigInteger coefficient, int exponent, out Decimal34 result)
    {
        var magnitude = BigInteger.Abs(coefficient);
        if (magnitude >= (BigInteger)Limit)
        {
            var drop = DigitsOf(magnitude) - Precision;
            coefficient = Drop(coefficient, drop, DecimalRounding.HalfEven);
            exponent += drop;
            if (BigInteger.Abs(coefficient) >= (BigInteger)Limit)
            {
                coefficient /= 10;
                exponent++;
            }
        }
        return TryClamp((Int128)coefficient, exponent, out result);
    }

    public int CompareTo(Decimal34 other)
    {
        if (Exponent == other.Exponent)
        {
            return Coefficient.CompareTo(other.Coefficient);
        }
        if (Sign != other.Sign || IsZero)
        {
            return Sign.CompareTo(other.Sign);
        }
        var mine = Exponent + Digits(Coefficient);
        var theirs = other.Exponent + Digits(other.Coefficient);
        if (mine != theirs)
        {
            return mine.CompareTo(theirs) * Sign;
        }
        // Equal leading position: the distance is below 34, so the aligned value has at most 68 digits.
        return Exponent > other.Exponent
            ? ((BigInteger)Coefficient * BigInteger.Pow(10, Exponent - other.Exponent)).CompareTo((BigInteger)other.Coefficient)
            : ((BigInteger)Coefficient).CompareTo((BigInteger)other.Coefficient * BigInteger.Pow(10, other.Exponent - Exponent));
    }

    public bool Equals(Decimal34 other) =>
        Exponent == other.Exponent ? Coefficient == other.Coefficient : CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is Decimal34 other && Equals(other);

    public override int GetHashCode()
    {
        var (coefficient, exponent) = Normalized();
        return HashCode.Combine(coefficient, exponent);
    }

    /// <summary>Coefficient and exponent without trailing zeros; zero has exponent 0.</summary>
    public (Int128 Coefficient, int Exponent) Normalized()
    {
        if (IsZero)
        {
            return (Int128.Zero, 0);
        }
        return Strip(Coefficient, Exponent);
    }

    /// <summary>The number in plain digits without trailing zeros behind the point.</summary>
    public override string ToString()
    {
        var (coefficient, exponent) = Normalized();
        var digits = Int128.Abs(coefficient).ToString(CultureInfo.InvariantCulture);
        if (exponent >= 0)
        {
            digits = digits.PadRight(digits.Length + exponent, '0');
        }
        else
        {
            digits = digits.PadLeft(1 - exponent, '0');
            digits = digits[..(digits.Length + exponent)] + "." + digits[(digits.Length + exponent)..];
        }
        return coefficient < 0 ? "-" + digits : digits;
    }

    /// <summary>How many decimal digits the magnitude has; 1 for zero.</summary>
    public static int Digits(Int128 value)
    {
        var magnitude = Int128.Abs(value);
        var digits = 1;
        while (digits < Powers.Length && magnitude >= Powers[digits])
        {
            digits++;
        }
        return digits;
    }

    public static int DigitsOf(BigInteger magnitude)
    {
        var digits = (int)(((magnitude.GetBitLength() * 1233) >> 12) + 1);
        // The estimate from the bit length is right or one too high.
        while (digits > 1 && magnitude < BigInteger.Pow(10, digits - 1))
        {
            digits--;
        }
        return digits;
    }

    /// <summary>Removes the last <paramref name="count"/> digits.</summary>
    public static BigInteger Drop(BigInteger value, int count, DecimalRounding rounding)
    {
        var unit = BigInteger.Pow(10, count);
        var kept = BigInteger.DivRem(value, unit, out var rest);
        if (rest.IsZero)
        {
            return kept;
        }
        var half = (BigInteger.Abs(rest) * 2).CompareTo(unit);
        var away = rounding switch
        {
            DecimalRounding.HalfEven => half > 0 || (half == 0 && !kept.IsEven),
            DecimalRounding.HalfUp => half >= 0,
            DecimalRounding.HalfDown => half > 0,
            DecimalRounding.Up => true,
            DecimalRounding.Down => false,
            DecimalRounding.Floor => value.Sign < 0,
            _ => value.Sign > 0,
        };
        return away ? kept + value.Sign : kept;
    }

    private static BigInteger RoundAway(int sign, DecimalRounding rounding) => rounding switch
    {
        DecimalRounding.Up => sign,
        DecimalRounding.Floor when sign < 0 => -1,
        DecimalRounding.Ceiling when sign > 0 => 1,
        _ => BigInteger.Zero,
    };

    private static bool TryFit((Int128 Coefficient, int Exponent) value, out Decimal34 result) =>
        TryFit(value.Coefficient, value.Exponent, out result);

    private static bool TryFit(Int128 coefficient, int exponent, out Decimal34 result)
    {
        if (coefficient < Limit && coefficient > -Limit)
        {
            if (exponent is >= LowestExponent and <= HighestExponent)
            {
                result = new Decimal34(coefficient, exponent);
                return true;
            }
            return TryClamp(coefficient, exponent, out result);
        }
        return TryRound((BigInteger)coefficient, exponent, out result);
    }

    private static bool TryClamp(Int128 coefficient, int exponent, out Decimal34 result)
    {
        if (coefficient == Int128.Zero)
        {
            result = Zero;
            return true;
        }
        while (exponent > HighestExponent && Int128.Abs(coefficient) < Powers[Precision - 1])
        {
            coefficient *= 10;
            exponent--;
        }
        if (exponent < LowestExponent)
        {
            var drop = LowestExponent - exponent;
            coefficient = drop > Precision + 1 ? Int128.Zero : (Int128)Drop((BigInteger)coefficient, drop, DecimalRounding.HalfEven);
            exponent = coefficient == Int128.Zero ? 0 : LowestExponent;
        }
        result = new Decimal34(coefficient, exponent);
        return exponent <= HighestExponent;
    }

    private static (Int128 Coefficient, int Exponent) Strip(Int128 coefficient, int exponent)
    {
        if (IsLong(coefficient))
        {
            var small = (long)coefficient;
            while (small != 0 && small % 10 == 0)
            {
                small /= 10;
                exponent++;
            }
            return (small, exponent);
        }
        while (coefficient % 10 == Int128.Zero)
        {
            coefficient /= 10;
            exponent++;
        }
        return (coefficient, exponent);
    }

    private static bool IsLong(Int128 value) => value >= long.MinValue && value <= long.MaxValue;

    private static Int128[] BuildPowers()
    {
        var powers = new Int128[39];
        powers[0] = Int128.One;
        for (var i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
