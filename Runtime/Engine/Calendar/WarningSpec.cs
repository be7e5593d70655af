namespace Platform.Runtime.Calendar;

/// <summary>When a deadline warns, and whom: <c>gov:warning</c>.</summary>
public sealed record WarningSpec
{
    /// <summary>
    /// The county's usual four: half left to the person in charge, a quarter left yellow to the head of the unit, the
    /// last day orange to the dispatching office, overdue red.
    /// </summary>
    public static IReadOnlyList<WarningSpec> Usual { get; } =
    [
        new() { Level = WarningLevel.Reminder, Remaining = 0.5 },
        new() { Level = WarningLevel.Yellow, Remaining = 0.25, Notify = "handler-unit.leader" },
        new() { Level = WarningLevel.Orange, Before = WorkingTime.Days(1), Notify = "owner-unit.leader" },
        new() { Level = WarningLevel.Red, Remaining = 0, Notify = "owner-unit.leader" },
    ];

    /// <summary>The level that is reached.</summary>
    public required WarningLevel Level { get; init; }

    /// <summary>The share of the period that is left, 0 (overdue) to 1; null when <see cref="Before"/> is given.</summary>
    public double? Remaining { get; init; }

    /// <summary>The working time that is left; null when <see cref="Remaining"/> is given.</summary>
    public WorkingTime? Before { get; init; }

    /// <summary>Whom to notify beside the people who hold the task: an assignment relation or post; null for nobody else.</summary>
    public string? Notify { get; init; }
}
