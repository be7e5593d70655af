using System.Numerics;

namespace Platform.Decisions.Feel;

/// <summary>Roots, powers, exponential and logarithm, computed in fixed point with guard digits and then rounded to 34 digits.</summary>
internal static class DecimalMath
{
    /// <summary>Decimal places of the fixed-point arithmetic: 34 digits of result, and guard digits for its errors.</summary>
    private const int Places = 60;

    /// <summary>What one of these functions costs in steps of an evaluation.</summary>
    public const int Cost = 250;

    private static readonly BigInteger Unit = BigInteger.Pow(10, Places);

    private static readonly BigInteger LnTen = BigInteger.Parse(
        "2302585092994045684017991454684364207601101488628772976033328",
        System.Globalization.CultureInfo.InvariantCulture);

    public static bool TrySquareRoot(Decimal34 value, out Decimal34 root)
    {
        root = Decimal34.Zero;
        if (value.Sign <= 0)
        {
            return value.IsZero;
        }
        var (coefficient, exponent) = value.Normalized();
        var shift = 2 * (Decimal34.Precision + 2);
        if (((exponent - shift) & 1) != 0)
        {
            shift++;
        }
        var scaled = (BigInteger)coefficient * BigInteger.Pow(10, shift);
        var floor = FloorSquareRoot(scaled);
        var exact = floor * floor == scaled;
        exponent = (exponent - shift) / 2;
        if (!exact)
        {
            floor = (floor * 10) + 1;
            exponent--;
        }
        return Decimal34.TryRound(floor, exponent, out root) && TrySettle(ref root);
    }

    public static bool TryExp(Decimal34 power, out Decimal34 result)
    {
        result = Decimal34.One;
        if (power.IsZero)
        {
            return true;
        }
        if (power.Abs() > new Decimal34(20_000, 0))
        {
            result = Decimal34.Zero;
            return power.Sign < 0;
        }
        return TryExp(ToFixed(power), out result);
    }

    public static bool TryLog(Decimal34 value, out Decimal34 result)
    {
        result = Decimal34.Zero;
        return value.Sign > 0 && Decimal34.TryRound(Log(value), -Places, out result) && TrySettle(ref result);
    }

    public static bool TryPower(Decimal34 value, Decimal34 exponent, out Decimal34 result)
    {
        var (coefficient, scale) = exponent.Normalized();
        if (scale >= 0 && exponent.Abs() <= new Decimal34(1_000_000_000, 0))
        {
            return TryPower(value, (long)(coefficient * (Int128)BigInteger.Pow(10, scale)), out result);
        }
        result = Decimal34.Zero;
        if (value.Sign <= 0)
        {
            return value.IsZero && exponent.Sign > 0;
        }
        if (value == Decimal34.One)
        {
            result = Decimal34.One;
            return true;
        }
        if (exponent.Abs() > new Decimal34(1_000_000_000_000_000_000, 0))
        {
            return (value > Decimal34.One) == (exponent.Sign < 0);
        }
        var product = (Log(value) * (BigInteger)exponent.Coefficient * Pow10(Math.Max(0, exponent.Exponent))) / Pow10(Math.Max(0, -exponent.Exponent));
        if (BigInteger.Abs(product) > Unit * 20_000)
        {
            return product.Sign < 0;
        }
        return TryExp(product, out result);
    }

    private static bool TryPower(Decimal34 value, long exponent, out Decimal34 result)
    {
        result = Decimal34.One;
        if (value.IsZero && exponent != 0)
        {
            result = Decimal34.Zero;
            return exponent > 0;
        }
        var power = (Coefficient: BigInteger.One, Exponent: 0L);
        var square = (Coefficient: (BigInteger)value.Coefficient, Exponent: (long)value.Exponent);
        for (var rest = Math.Abs(exponent); rest > 0; rest >>= 1)
        {
            if ((rest & 1) == 1)
            {
                power = Shorten(power.Coefficient * square.Coefficient, power.Exponent + square.Exponent);
            }
            square = Shorten(square.Coefficient * square.Coefficient, square.Exponent * 2);
        }
        if (exponent < 0)
        {
            var digits = Decimal34.DigitsOf(BigInteger.Abs(power.Coefficient)) + Places;
            power = (BigInteger.Pow(10, digits) / power.Coefficient, -power.Exponent - digits);
        }
        if (power.Exponent is > 7_000 or < -7_000)
        {
            result = Decimal34.Zero;
            return power.Exponent < 0;
        }
        return Decimal34.TryRound(power.Coefficient, (int)power.Exponent, out result) && TrySettle(ref result);
    }

    /// <summary>Keeps some more digits than the result needs.</summary>
    private static (BigInteger Coefficient, long Exponent) Shorten(BigInteger coefficient, long exponent)
    {
        var digits = Decimal34.DigitsOf(BigInteger.Abs(coefficient));
        return digits <= Places + 10
            ? (coefficient, exponent)
            : (Decimal34.Drop(coefficient, digits - Places, DecimalRounding.HalfEven), exponent + digits - Places);
    }

    private static bool TryExp(BigInteger power, out Decimal34 result)
    {
        var tens = BigInteger.Divide(power, LnTen);
        var mantissa = ExpSeries(power - (tens * LnTen));
        return Decimal34.TryRound(mantissa, (int)tens - Places, out result) && TrySettle(ref result);
    }

    /// <summary>exp of a fixed-point number of small magnitude: halve it, sum the series, square back.</summary>
    private static BigInteger ExpSeries(BigInteger power)
    {
        const int halvings = 8;
        var guard = BigInteger.Pow(10, 10);
        var unit = Unit * guard;
        var small = (power * guard) >> halvings;
        var sum = unit;
        var term = unit;
        for (var i = 1; !term.IsZero && i < 200; i++)
        {
            term = term * small / unit / i;
            sum += term;
        }
        for (var i = 0; i < halvings; i++)
        {
            sum = sum * sum / unit;
        }
        return sum / guard;
    }

    /// <summary>The natural logarithm as a fixed-point number; Halley's iteration on the exponential, started from a double.</summary>
    private static BigInteger Log(Decimal34 value)
    {
        var digits = Decimal34.Digits(value.Coefficient);
        var mantissa = (BigInteger)value.Coefficient * Pow10(Places - digits + 1);
        var tens = value.Exponent + digits - 1;
        var start = Math.Log((double)mantissa / Math.Pow(10, Places));
        var log = (BigInteger)(start * 1e15) * Pow10(Places - 15);
        for (var i = 0; i < 3; i++)
        {
            var exp = ExpSeries(log);
            log += 2 * (mantissa - exp) * Unit / (mantissa + exp);
        }
        return log + (tens * LnTen);
    }

    private static BigInteger ToFixed(Decimal34 value) => value.Exponent + Places >= 0
        ? (BigInteger)value.Coefficient * Pow10(value.Exponent + Places)
        : (BigInteger)value.Coefficient / Pow10(Math.Min(-(value.Exponent + Places), 200));

    private static BigInteger FloorSquareRoot(BigInteger value)
    {
        var guess = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (guess + (value / guess)) >> 1;
            if (next >= guess)
            {
                return guess;
            }
            guess = next;
        }
    }

    /// <summary>Takes off zeros that only the computation brought, so that 2 ** 10 reads 1024.</summary>
    private static bool TrySettle(ref Decimal34 value)
    {
        var (coefficient, exponent) = value.Normalized();
        value = new Decimal34(coefficient, exponent);
        return true;
    }

    private static BigInteger Pow10(int exponent) => BigInteger.Pow(10, exponent);
}
