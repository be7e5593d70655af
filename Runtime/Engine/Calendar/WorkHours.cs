using System.Collections.Immutable;

namespace Platform.Runtime.Calendar;

/// <summary>Office hours that hold during a part of every year (冬季作息, 夏季作息).</summary>
public sealed record WorkHours
{
    /// <summary>Office hours of a county that publishes none: 8:00–12:00 and 14:00–18:00 all year.</summary>
    public static WorkHours Standard { get; } = new()
    {
        FromMonth = 1,
        FromDay = 1,
        Sessions = [new(new(8, 0), new(12, 0)), new(new(14, 0), new(18, 0))],
    };

    /// <summary>First month in which these hours hold, 1 to 12.</summary>
    public required int FromMonth { get; init; }

    /// <summary>First day of that month on which they hold, 1 to 31.</summary>
    public required int FromDay { get; init; }

    /// <summary>The sessions of a day, in order, not overlapping, at least one.</summary>
    public required ImmutableArray<WorkSession> Sessions { get; init; }

    /// <summary>Month and day as one number that orders the seasons of a year.</summary>
    internal int Key => (FromMonth * 100) + FromDay;
}
