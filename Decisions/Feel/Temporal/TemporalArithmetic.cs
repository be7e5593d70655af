using System.Numerics;

namespace Platform.Decisions.Feel;

/// <summary>Sums, differences and multiples of dates, times and durations; null where the result does not exist.</summary>
internal static class TemporalArithmetic
{
    public static bool Adds(FeelValue left, FeelValue right) =>
        (left.Kind == right.Kind && IsDuration(left))
        || (IsDuration(right) && Moves(left, right)) || (IsDuration(left) && Moves(right, left));

    public static bool Subtracts(FeelValue left, FeelValue right) =>
        (left.Kind == right.Kind && (IsDuration(left) || left.Kind == FeelKind.Time))
        || (IsDuration(right) && Moves(left, right))
        || (left is FeelDate or FeelDateTime && right is FeelDate or FeelDateTime);

    public static bool Scales(FeelValue duration, FeelValue factor) => IsDuration(duration) && factor is FeelNumber;

    public static bool Divides(FeelValue left, FeelValue right) => IsDuration(left) && (right is FeelNumber || left.Kind == right.Kind);

    public static FeelValue? Add(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelYearMonthDuration a, FeelYearMonthDuration b) => Months((Int128)a.Months + b.Months),
        (FeelDayTimeDuration a, FeelDayTimeDuration b) => Nanos(a.Nanoseconds + b.Nanoseconds),
        (FeelYearMonthDuration or FeelDayTimeDuration, _) => Move(right, left, 1),
        _ => Move(left, right, 1),
    };

    public static FeelValue? Subtract(FeelValue left, FeelValue right)
    {
        switch (left, right)
        {
            case (FeelYearMonthDuration a, FeelYearMonthDuration b):
                return Months((Int128)a.Months - b.Months);
            case (FeelDayTimeDuration a, FeelDayTimeDuration b):
                return Nanos(a.Nanoseconds - b.Nanoseconds);
            case (FeelTime a, FeelTime b):
                return a.Zone is null == b.Zone is null ? Nanos(a.UtcNano - b.UtcNano) : null;
            case (FeelDate a, FeelDate b):
                return Nanos((Int128)(a.EpochDay - b.EpochDay) * FeelCalendar.NanosPerDay);
            case (_, FeelYearMonthDuration or FeelDayTimeDuration):
                return Move(left, right, -1);
            default:
                // A date stands for its midnight in UTC; a local time has no place on that line.
                var from = left as FeelDateTime ?? FeelDateTime.Midnight((FeelDate)left, FeelZone.Utc);
                var to = right as FeelDateTime ?? FeelDateTime.Midnight((FeelDate)right, FeelZone.Utc);
                return from.Zone is null == to.Zone is null ? Nanos(from.Instant - to.Instant) : null;
        }
    }

    /// <summary>A duration times a number; months are cut towards zero.</summary>
    public static FeelValue? Multiply(FeelValue duration, FeelNumber factor)
    {
        if (!TryAmount(duration, out var amount) || !Decimal34.TryMultiply(amount, factor.Value, out var product))
        {
            return null;
        }
        return OfAmount(duration, product);
    }

    /// <summary>A duration divided by a number is a duration; divided by one of its kind it is a number.</summary>
    public static FeelValue? Divide(FeelValue duration, FeelValue divisor)
    {
        if (!TryAmount(duration, out var amount))
        {
            return null;
        }
        if (divisor is FeelNumber number)
        {
            return Decimal34.TryDivide(amount, number.Value, out var part) ? OfAmount(duration, part) : null;
        }
        return TryAmount(divisor, out var unit) && Decimal34.TryDivide(amount, unit, out var ratio) ? FeelNumber.Of(ratio) : null;
    }

    private static bool IsDuration(FeelValue value) => (value.Kind & FeelKind.Duration) != 0;

    private static bool Moves(FeelValue point, FeelValue duration) =>
        point.Kind is FeelKind.Date or FeelKind.DateTime || (point.Kind == FeelKind.Time && duration.Kind == FeelKind.DayTime);

    private static FeelValue? Move(FeelValue point, FeelValue duration, int sign)
    {
        if (duration is FeelYearMonthDuration months)
        {
            return point is FeelDate date ? date.AddMonths(sign * months.Months) : ((FeelDateTime)point).AddMonths(sign * months.Months);
        }
        var nanos = ((FeelDayTimeDuration)duration).Nanoseconds * sign;
        switch (point)
        {
            case FeelDate date:
                return FeelDateTime.Midnight(date, null).AddNanos(nanos)?.Date;
            case FeelDateTime moment:
                return moment.AddNanos(nanos);
            default:
                var time = (FeelTime)point;
                var moved = (time.NanoOfDay + nanos) % FeelCalendar.NanosPerDay;
                return new FeelTime((long)(moved < 0 ? moved + FeelCalendar.NanosPerDay : moved), time.Zone);
        }
    }

    private static bool TryAmount(FeelValue duration, out Decimal34 amount) => duration is FeelYearMonthDuration months
        ? Decimal34.TryRound(months.Months, 0, out amount)
        : Decimal34.TryRound((BigInteger)((FeelDayTimeDuration)duration).Nanoseconds, 0, out amount);

    private static FeelValue? OfAmount(FeelValue model, Decimal34 amount)
    {
        if (amount.Abs() > new Decimal34(Int128.One, 33) || !amount.TryScale(0, DecimalRounding.Down, out var whole))
        {
            return null;
        }
        var units = whole.Coefficient * (Int128)BigInteger.Pow(10, Math.Max(0, whole.Exponent));
        return model is FeelYearMonthDuration ? Months(units) : Nanos(units);
    }

    private static FeelYearMonthDuration? Months(Int128 months) =>
        Int128.Abs(months) <= 24_000_000_000_000 ? new FeelYearMonthDuration((long)months) : null;

    private static FeelDayTimeDuration? Nanos(Int128 nanos) =>
        Int128.Abs(nanos) <= 2 * FeelDayTimeDuration.Longest ? new FeelDayTimeDuration(nanos) : null;
}
