namespace Platform.Decisions.Feel;

/// <summary>Functions that reduce a list of numbers (DMN 1.5 table 76).</summary>
internal static class Statistics
{
    private delegate bool Reduction(Decimal34[] numbers, out Decimal34 result);

    public static void Register(BuiltinCatalog catalog)
    {
        Add(catalog, "sum", Sum);
        Add(catalog, "mean", Mean);
        Add(catalog, "product", Product);
        Add(catalog, "median", Median);
        Add(catalog, "stddev", StandardDeviation);
        catalog.Add("mode(list: list): list", Mode);
        catalog.Add("mode(a: any, b: any…): list", Mode);
    }

    private static void Add(BuiltinCatalog catalog, string name, Reduction reduction)
    {
        BuiltinBody body = (in FeelCall call, FeelValue[] arguments) =>
        {
            if (Numbers(call, name, arguments) is not { } numbers)
            {
                return FeelNull.Instance;
            }
            return numbers.Length > 0 && reduction(numbers, out var result)
                ? FeelNumber.Of(result)
                : call.Warn(FeelMessage.Value(name, "数字太少或结果超出范围", "there are too few numbers, or the result is out of range"));
        };
        catalog.Add($"{name}(list: list): number", body);
        catalog.Add($"{name}(a: any, b: any…): number", body);
    }

    private static Decimal34[]? Numbers(in FeelCall call, string name, FeelValue[] arguments)
    {
        var items = ListFunctions.Items(arguments);
        var numbers = new Decimal34[items.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (items[i] is not FeelNumber number)
            {
                call.Warn(FeelMessage.Argument(name, "list", items[i]));
                return null;
            }
            numbers[i] = number.Value;
        }
        return numbers;
    }

    private static bool Sum(Decimal34[] numbers, out Decimal34 sum)
    {
        sum = Decimal34.Zero;
        foreach (var number in numbers)
        {
            if (!Decimal34.TryAdd(sum, number, out sum))
            {
                return false;
            }
        }
        return true;
    }

    private static bool Product(Decimal34[] numbers, out Decimal34 product)
    {
        product = Decimal34.One;
        foreach (var number in numbers)
        {
            if (!Decimal34.TryMultiply(product, number, out product))
            {
                return false;
            }
        }
        return true;
    }

    private static bool Mean(Decimal34[] numbers, out Decimal34 mean) =>
        Sum(numbers, out mean) && Decimal34.TryDivide(mean, new Decimal34(numbers.Length, 0), out mean);

    private static bool Median(Decimal34[] numbers, out Decimal34 median)
    {
        Array.Sort(numbers);
        var middle = numbers.Length / 2;
        median = numbers[middle];
        return numbers.Length % 2 == 1
            || (Decimal34.TryAdd(numbers[middle - 1], median, out median) && Decimal34.TryDivide(median, new Decimal34(2, 0), out median));
    }

    /// <summary>Of a sample: the squares are divided by one less than their number.</summary>
    private static bool StandardDeviation(Decimal34[] numbers, out Decimal34 deviation)
    {
        deviation = Decimal34.Zero;
        if (numbers.Length < 2 || !Mean(numbers, out var mean))
        {
            return false;
        }
        var squares = Decimal34.Zero;
        foreach (var number in numbers)
        {
            if (!Decimal34.TrySubtract(number, mean, out var distance) || !Decimal34.TryMultiply(distance, distance, out var square)
                || !Decimal34.TryAdd(squares, square, out squares))
            {
                return false;
            }
        }
        return Decimal34.TryDivide(squares, new Decimal34(numbers.Length - 1, 0), out var variance)
            && DecimalMath.TrySquareRoot(variance, out deviation);
    }

    /// <summary>The numbers that come most often, ascending; none for none.</summary>
    private static FeelValue Mode(in FeelCall call, FeelValue[] arguments)
    {
        if (Numbers(call, "mode", arguments) is not { } numbers)
        {
            return FeelNull.Instance;
        }
        var groups = numbers.GroupBy(number => number).Select(group => (Number: group.Key, Count: group.Count())).ToList();
        var most = groups.Count == 0 ? 0 : groups.Max(group => group.Count);
        return FeelValue.Of(groups.Where(group => group.Count == most).Select(group => group.Number).Order().Select(FeelNumber.Of));
    }
}
