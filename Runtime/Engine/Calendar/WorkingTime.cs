using System.Globalization;

namespace Platform.Runtime.Calendar;

/// <summary>An amount of working or calendar time in one unit, as regulations state it ("2 个工作日", "4 小时").</summary>
/// <param name="Amount">How many units, 0 to <see cref="MaximumAmount"/>.</param>
/// <param name="Unit">The unit.</param>
public readonly record struct WorkingTime(int Amount, TimeUnit Unit)
{
    /// <summary>The largest amount that is accepted; more is a typing mistake, not a deadline.</summary>
    public const int MaximumAmount = 100_000;

    /// <summary>An amount in days.</summary>
    public static WorkingTime Days(int amount) => new(amount, TimeUnit.Day);

    /// <summary>An amount in hours.</summary>
    public static WorkingTime Hours(int amount) => new(amount, TimeUnit.Hour);

    /// <summary>An amount in minutes.</summary>
    public static WorkingTime Minutes(int amount) => new(amount, TimeUnit.Minute);

    /// <summary>The length when the unit is hours or minutes.</summary>
    /// <exception cref="InvalidOperationException">The unit is days, whose length depends on the calendar.</exception>
    public TimeSpan Span => Unit switch
    {
        TimeUnit.Minute => TimeSpan.FromMinutes(Amount),
        TimeUnit.Hour => TimeSpan.FromHours(Amount),
        TimeUnit.Day => throw new InvalidOperationException("Expected hours or minutes, but the amount is in days."),
        _ => throw new InvalidOperationException($"Expected a time unit, but found {Unit}."),
    };

    /// <summary>Reads an ISO 8601 duration with exactly one component, such as <c>P5D</c>, <c>PT4H</c> or <c>PT30M</c>.</summary>
    /// <param name="text">The text; null or anything else answers false.</param>
    /// <param name="value">The amount read.</param>
    public static bool TryParse(string? text, out WorkingTime value)
    {
        value = default;
        if (text is null || text.Length < 3 || text[0] != 'P')
        {
            return false;
        }

        var timed = text[1] == 'T';
        var digits = text.AsSpan(timed ? 2 : 1);
        TimeUnit? unit = (timed, text[^1]) switch
        {
            (false, 'D') => TimeUnit.Day,
            (true, 'H') => TimeUnit.Hour,
            (true, 'M') => TimeUnit.Minute,
            _ => null,
        };
        if (unit is null
            || !int.TryParse(digits[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            || amount > MaximumAmount)
        {
            return false;
        }

        value = new WorkingTime(amount, unit.Value);
        return true;
    }

    /// <summary>The ISO 8601 text that <see cref="TryParse"/> reads back.</summary>
    public override string ToString() => Unit switch
    {
        TimeUnit.Minute => string.Create(CultureInfo.InvariantCulture, $"PT{Amount}M"),
        TimeUnit.Hour => string.Create(CultureInfo.InvariantCulture, $"PT{Amount}H"),
        _ => string.Create(CultureInfo.InvariantCulture, $"P{Amount}D"),
    };
}
