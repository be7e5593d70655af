namespace Platform.Decisions.Feel;

/// <summary>Functions of numbers (DMN 1.5 table 77).</summary>
internal static class NumberFunctions
{
    private delegate bool Operation(Decimal34 left, Decimal34 right, out Decimal34 result);

    private delegate bool Mapping(Decimal34 value, out Decimal34 result);

    public static void Register(BuiltinCatalog catalog)
    {
        catalog.Add("decimal(n: number, scale: number): number", Rounding("decimal", DecimalRounding.HalfEven));
        foreach (var (name, rounding) in new[] { ("floor", DecimalRounding.Floor), ("ceiling", DecimalRounding.Ceiling) })
        {
            catalog.Add($"{name}(n: number): number", Rounding(name, rounding));
            catalog.Add($"{name}(n: number, scale: number): number", Rounding(name, rounding));
        }
        catalog.Add("round up(n: number, scale: number): number", Rounding("round up", DecimalRounding.Up));
        catalog.Add("round down(n: number, scale: number): number", Rounding("round down", DecimalRounding.Down));
        catalog.Add("round half up(n: number, scale: number): number", Rounding("round half up", DecimalRounding.HalfUp));
        catalog.Add("round half down(n: number, scale: number): number", Rounding("round half down", DecimalRounding.HalfDown));
        catalog.Add("abs(n: number|months|days): any", Abs);
        catalog.Add("modulo(dividend: number, divisor: number): number", Binary("modulo", Decimal34.TryModulo));
        catalog.Add("sqrt(number: number): number", Unary("sqrt", DecimalMath.TrySquareRoot));
        catalog.Add("log(number: number): number", Unary("log", DecimalMath.TryLog));
        catalog.Add("exp(number: number): number", Unary("exp", DecimalMath.TryExp));
        catalog.Add("odd(number: number): boolean", Parity("odd", 1));
        catalog.Add("even(number: number): boolean", Parity("even", 0));
    }

    private static BuiltinBody Rounding(string name, DecimalRounding rounding) => (in FeelCall call, FeelValue[] arguments) =>
    {
        var scale = 0;
        if (arguments.Length > 1 && (!((FeelNumber)arguments[1]).TryTruncate(out scale) || scale is < -Decimal34.HighestExponent or > -Decimal34.LowestExponent))
        {
            return call.Warn(FeelMessage.Value(name, "小数位数超出范围", "the scale is out of range"));
        }
        return ((FeelNumber)arguments[0]).Value.TryScale(scale, rounding, out var result)
            ? FeelNumber.Of(result)
            : call.Warn(FeelMessage.Arithmetic(name));
    };

    private static FeelValue Abs(in FeelCall call, FeelValue[] arguments) => arguments[0] switch
    {
        FeelNumber number => FeelNumber.Of(number.Value.Abs()),
        FeelYearMonthDuration duration => new FeelYearMonthDuration(Math.Abs(duration.Months)),
        var value => new FeelDayTimeDuration(Int128.Abs(((FeelDayTimeDuration)value).Nanoseconds)),
    };

    private static BuiltinBody Unary(string name, Mapping mapping) => (in FeelCall call, FeelValue[] arguments) =>
        !call.Session.Spend(DecimalMath.Cost) || !mapping(((FeelNumber)arguments[0]).Value, out var result)
            ? call.Warn(FeelMessage.Arithmetic(name))
            : FeelNumber.Of(result);

    private static BuiltinBody Binary(string name, Operation operation) => (in FeelCall call, FeelValue[] arguments) =>
        operation(((FeelNumber)arguments[0]).Value, ((FeelNumber)arguments[1]).Value, out var result)
            ? FeelNumber.Of(result)
            : call.Warn(FeelMessage.Arithmetic(name));

    private static BuiltinBody Parity(string name, int rest) => (in FeelCall call, FeelValue[] arguments) =>
    {
        var number = (FeelNumber)arguments[0];
        return number.IsInteger && Decimal34.TryModulo(number.Value, new Decimal34(2, 0), out var modulo)
            ? FeelBoolean.Of(modulo == new Decimal34(rest, 0))
            : call.Warn(FeelMessage.Value(name, "只适用于整数", "only integers are odd or even"));
    };
}
