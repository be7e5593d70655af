namespace Platform.Decisions.Feel;

/// <summary>Relations between points and ranges (DMN 1.5 table 78).</summary>
internal static class RangeFunctions
{
    private delegate bool? Relation(Span left, Span right);

    public static void Register(BuiltinCatalog catalog)
    {
        AddAll(catalog, "before", "after", Before, "point1: point, point2: point", "point: point, range: range", "range: range, point: point", "range1: range, range2: range");
        AddAll(catalog, "meets", "met by", Meets, "range1: range, range2: range");
        Add(catalog, "overlaps", Overlaps, swapped: false, "range1: range, range2: range");
        AddAll(catalog, "overlaps before", "overlaps after", OverlapsBefore, "range1: range, range2: range");
        AddAll(catalog, "finishes", "finished by", Finishes, "point: point, range: range", "range1: range, range2: range");
        AddAll(catalog, "during", "includes", During, "point: point, range: range", "range1: range, range2: range");
        AddAll(catalog, "starts", "started by", Starts, "point: point, range: range", "range1: range, range2: range");
        Add(catalog, "coincides", Coincides, swapped: false, "point1: point, point2: point", "range1: range, range2: range");
    }

    /// <summary>Adds a relation and its converse, which takes the same two things the other way round.</summary>
    private static void AddAll(BuiltinCatalog catalog, string name, string converse, Relation relation, params string[] parameters)
    {
        Add(catalog, name, relation, swapped: false, parameters);
        // The converse of "point in range" takes the range first; the names stay with what they name.
        var turned = parameters.Select(text => text == "point: point, range: range" && !parameters.Contains("range: range, point: point")
            ? "range: range, point: point"
            : text);
        Add(catalog, converse, relation, swapped: true, [.. turned]);
    }

    private static void Add(BuiltinCatalog catalog, string name, Relation relation, bool swapped, params string[] parameters)
    {
        foreach (var form in parameters)
        {
            catalog.Add($"{name}({form}): boolean", (in FeelCall call, FeelValue[] arguments) =>
            {
                var left = Span.Of(arguments[swapped ? 1 : 0]);
                var right = Span.Of(arguments[swapped ? 0 : 1]);
                if (left is null || right is null || relation(left.Value, right.Value) is not { } holds)
                {
                    return call.Warn(FeelMessage.Value(name, "两者无法比较", "the two cannot be compared"));
                }
                return FeelBoolean.Of(holds);
            });
        }
    }

    private static bool? Before(Span a, Span b) => (a.High - b.Low) is { } order
        ? order < 0 || (order == 0 && (!a.High.Included || !b.Low.Included))
        : null;

    private static bool? Meets(Span a, Span b) =>
        (a.High - b.Low) is { } order ? order == 0 && a.High.Included && b.Low.Included : null;

    private static bool? Overlaps(Span a, Span b)
    {
        var (first, second) = (a.High - b.Low, b.High - a.Low);
        return first is null || second is null
            ? null
            : (first > 0 || (first == 0 && a.High.Included && b.Low.Included))
                && (second > 0 || (second == 0 && b.High.Included && a.Low.Included));
    }

    private static bool? OverlapsBefore(Span a, Span b)
    {
        var (starts, meets, ends) = (a.Low - b.Low, a.High - b.Low, a.High - b.High);
        return starts is null || meets is null || ends is null
            ? null
            : (starts < 0 || (starts == 0 && a.Low.Included && !b.Low.Included))
                && (meets > 0 || (meets == 0 && a.High.Included && b.Low.Included))
                && (ends < 0 || (ends == 0 && (!a.High.Included || b.High.Included)));
    }

    private static bool? Finishes(Span a, Span b)
    {
        var (starts, ends) = (a.Low - b.Low, a.High - b.High);
        return starts is null || ends is null
            ? null
            : ends == 0 && a.High.Included == b.High.Included
                && (a.IsPoint || starts > 0 || (starts == 0 && (!a.Low.Included || b.Low.Included)));
    }

    private static bool? Starts(Span a, Span b)
    {
        var (starts, ends) = (a.Low - b.Low, a.High - b.High);
        return starts is null || ends is null
            ? null
            : starts == 0 && a.Low.Included == b.Low.Included
                && (a.IsPoint || ends < 0 || (ends == 0 && (!a.High.Included || b.High.Included)));
    }

    private static bool? During(Span a, Span b)
    {
        var (starts, ends) = (a.Low - b.Low, a.High - b.High);
        return starts is null || ends is null
            ? null
            : (starts > 0 || (starts == 0 && (b.Low.Included || !a.Low.Included)))
                && (ends < 0 || (ends == 0 && (b.High.Included || !a.High.Included)));
    }

    private static bool? Coincides(Span a, Span b)
    {
        var (starts, ends) = (a.Low - b.Low, a.High - b.High);
        return starts is null || ends is null
            ? null
            : starts == 0 && ends == 0 && a.Low.Included == b.Low.Included && a.High.Included == b.High.Included;
    }

    /// <summary>One end; without value it lies beyond every value on its side.</summary>
    private readonly record struct End(FeelValue Value, bool Included, int Side)
    {
        public static int? operator -(End left, End right)
        {
            if (left.Value.IsNull || right.Value.IsNull)
            {
                return (left.Value.IsNull ? left.Side : 0).CompareTo(right.Value.IsNull ? right.Side : 0);
            }
            return FeelComparison.Compare(left.Value, right.Value);
        }
    }

    /// <summary>A range, or a point as a range of itself.</summary>
    private readonly record struct Span(End Low, End High, bool IsPoint)
    {
        public static Span? Of(FeelValue value) => value switch
        {
            FeelRange { Form: FeelRangeForm.Exclusion } => null,
            FeelRange { Form: FeelRangeForm.Interval } range when range.Start.IsNull || range.End.IsNull => null,
            FeelRange range => new(new(range.Start, range.StartIncluded, -1), new(range.End, range.EndIncluded, 1), IsPoint: false),
            _ => new(new(value, Included: true, -1), new(value, Included: true, 1), IsPoint: true),
        };
    }
}
