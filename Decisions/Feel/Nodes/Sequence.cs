using System.Collections;

namespace Platform.Decisions.Feel;

/// <summary>Consecutive numbers or days, computed when they are asked for.</summary>
internal sealed class Sequence(FeelValue first, int count, int step) : IReadOnlyList<FeelValue>
{
    public int Count => count;

    public FeelValue this[int index]
    {
        get
        {
            var distance = (long)index * step;
            if (first is FeelDate date)
            {
                return FeelDate.OfEpochDay(date.EpochDay + distance) is { } day ? day : FeelNull.Instance;
            }
            var number = (FeelNumber)first;
            if (number.TryToInt64(out var integer))
            {
                return FeelNumber.Of(integer + distance);
            }
            return Decimal34.TryAdd(number.Value, new Decimal34(distance, 0), out var sum) ? FeelNumber.Of(sum) : FeelNull.Instance;
        }
    }

    /// <summary>From one end to the other, downwards when the first is higher; null for types without successors.</summary>
    public static IReadOnlyList<FeelValue>? Between(FeelValue from, FeelValue to)
    {
        if (!TryDistance(from, to, out var distance))
        {
            return null;
        }
        var count = Math.Min(Math.Abs(distance), int.MaxValue - 1L) + 1;
        return new Sequence(from, (int)count, distance < 0 ? -1 : 1);
    }

    /// <summary>The members of a range with two ends, upwards; null when the range has no such members.</summary>
    public static IReadOnlyList<FeelValue>? Of(FeelRange range)
    {
        if (range.Form != FeelRangeForm.Interval || !TryDistance(range.Start, range.End, out var distance) || distance < 0)
        {
            return null;
        }
        var skip = range.StartIncluded ? 0 : 1;
        var exact = new Sequence(range.Start, int.MaxValue, 1);
        var endIsMember = FeelComparison.Compare(exact[(int)Math.Min(distance, int.MaxValue - 1)], range.End) == 0;
        var count = distance + 1 - skip - (endIsMember && !range.EndIncluded ? 1 : 0);
        return count <= 0 ? [] : new Sequence(exact[skip], (int)Math.Min(count, int.MaxValue), 1);
    }

    public IEnumerator<FeelValue> GetEnumerator()
    {
        for (var i = 0; i < count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whole steps from one end to the other.</summary>
    private static bool TryDistance(FeelValue from, FeelValue to, out long distance)
    {
        distance = 0;
        switch (from, to)
        {
            case (FeelDate a, FeelDate b):
                distance = b.EpochDay - a.EpochDay;
                return true;
            case (FeelNumber a, FeelNumber b):
                return Decimal34.TrySubtract(b.Value, a.Value, out var difference)
                    && difference.TryScale(0, DecimalRounding.Down, out var whole) && FeelNumber.Of(whole).TryToInt64(out distance);
            default:
                return false;
        }
    }
}

/// <summary>The first items of a list that may still grow behind them.</summary>
internal sealed class Prefix<T>(List<T> source, int count) : IReadOnlyList<T>
{
    public int Count => count;

    public T this[int index] => index < count ? source[index] : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < count; i++)
        {
            yield return source[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
