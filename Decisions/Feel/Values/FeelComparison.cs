namespace Platform.Decisions.Feel;

/// <summary>Equality and order as FEEL defines them (DMN 1.5 §10.3.2.13, tables 52 and 53).</summary>
internal static class FeelComparison
{
    /// <summary>FEEL's <c>=</c>: null equals null only; values of different types cannot be compared and answer null.</summary>
    public static bool? AreEqual(FeelValue left, FeelValue right)
    {
        if (left.IsNull || right.IsNull)
        {
            return left.IsNull && right.IsNull;
        }
        return left.Kind == right.Kind ? left.Equals(right) : null;
    }

    /// <summary>Negative, zero or positive; null when the two have no order.</summary>
    public static int? Compare(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelNumber a, FeelNumber b) => a.Value.CompareTo(b.Value),
        (FeelString a, FeelString b) => CompareText(a.Value, b.Value),
        (FeelDate a, FeelDate b) => a.EpochDay.CompareTo(b.EpochDay),
        (FeelTime a, FeelTime b) when a.Zone is null == b.Zone is null =>
            Equals(a.Zone, b.Zone) ? a.NanoOfDay.CompareTo(b.NanoOfDay) : a.UtcNano.CompareTo(b.UtcNano),
        (FeelDateTime a, FeelDateTime b) when a.Zone is null == b.Zone is null => a.Instant.CompareTo(b.Instant),
        (FeelYearMonthDuration a, FeelYearMonthDuration b) => a.Months.CompareTo(b.Months),
        (FeelDayTimeDuration a, FeelDayTimeDuration b) => a.Nanoseconds.CompareTo(b.Nanoseconds),
        _ => null,
    };

    /// <summary>FEEL's <c>in</c> for an already computed right side (DMN 1.5 table 54).</summary>
    public static bool? IsIn(FeelValue value, FeelValue candidates)
    {
        switch (candidates)
        {
            case FeelRange range:
                return value is FeelRange ? range.Equals(value) : range.Contains(value);
            case FeelList list:
                return IsInList(value, list);
            default:
                return AreEqual(value, candidates);
        }
    }

    private static bool IsInList(FeelValue value, FeelList list)
    {
        foreach (var item in list.Items)
        {
            var found = item is FeelRange range && value is not FeelRange
                ? range.Contains(value)
                : AreEqual(value, item);
            if (found == true)
            {
                return true;
            }
        }
        return value is FeelList && value.Equals(list);
    }

    /// <summary>Order by code points; UTF-16 units order the same except for surrogates.</summary>
    private static int CompareText(string left, string right)
    {
        var length = Math.Min(left.Length, right.Length);
        for (var i = 0; i < length; i++)
        {
            if (left[i] != right[i])
            {
                var order = left[i].CompareTo(right[i]);
                return char.IsSurrogate(left[i]) != char.IsSurrogate(right[i]) ? (char.IsSurrogate(left[i]) ? 1 : -1) : order;
            }
        }
        return left.Length.CompareTo(right.Length);
    }
}
