using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Runtime.Calendar;
using Platform.Runtime.Definitions;
using Platform.Runtime.Notifications;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Deadlines;

/// <summary>Starts the clocks of a task. Pure.</summary>
internal static class DeadlinePlanner
{
    /// <summary>The clocks that a task starts with: of each clock the first deadline that applies.</summary>
    public static IReadOnlyList<PlannedDeadline> Plan(
        UserTaskSpec spec, OrgDirectory directory, WorkCalendar calendar, AssignmentContext context, DateTimeOffset startedAt, Guid? taskUnitId)
    {
        var planned = new List<PlannedDeadline>();
        foreach (var clock in spec.Deadlines.GroupBy(d => d.Clock).OrderBy(g => g.Key))
        {
            if (clock.FirstOrDefault(d => Applies(d, context)) is { } chosen && Calculate(chosen, calendar, context, startedAt) is { } deadline)
            {
                var steps = Steps(deadline, spec, directory, calendar, context, taskUnitId);
                planned.Add(new PlannedDeadline(chosen.Clock, deadline, new DeadlinePlan { Kind = deadline.Kind, InDays = deadline.InDays, Steps = steps }));
            }
        }

        return planned;
    }

    /// <summary>What a clock does at which instant, after its due instant was set or moved.</summary>
    public static ImmutableArray<DeadlineStep> Steps(
        Deadline deadline, UserTaskSpec spec, OrgDirectory directory, WorkCalendar calendar, AssignmentContext context, Guid? taskUnitId)
    {
        DeadlineNotice[] overdue =
            [.. spec.Notices.Where(n => n.Moment == NoticeMoment.Due).Select(n => new DeadlineNotice(RecipientBinder.Bind(n.To, directory, context, taskUnitId), n.Text))];
        var warnings = deadline.Warnings(spec.Warnings, calendar)
            .Select(w => new DeadlineStep(w.At, KeyOf(w.Level), RecipientBinder.Bind(w.Notify, directory, context, taskUnitId)))
            .Select(s => s.Level == KeyOf(WarningLevel.Red) && overdue.Length > 0 ? s with { StepName = spec.Title, Notices = overdue } : s);
        var escalations = spec.Escalations
            .Select(e => new DeadlineStep(deadline.EscalationAt(e, calendar), e.Key, RecipientBinder.Bind(e.To, directory, context, taskUnitId)));
        return [.. warnings.Concat(escalations).OrderBy(s => s.At)];
    }

    private static bool Applies(DeadlineSpec spec, AssignmentContext context) => spec.WhenExpression is null
        || spec.WhenExpression.Evaluate(context.Variables, new FeelOptions { Now = context.Now }).Value is FeelBoolean { Value: true };

    private static Deadline? Calculate(DeadlineSpec spec, WorkCalendar calendar, AssignmentContext context, DateTimeOffset startedAt)
    {
        if (spec.From == DeadlineSpec.FromEntry)
        {
            return Deadline.Calculate(spec, context.Now, calendar);
        }

        var from = spec.From == DeadlineSpec.FromRegistered ? Variable(context, "registeredAt") ?? startedAt : Origin(spec, calendar, context);
        return from switch
        {
            // A matter without the instant (a ledger without a legal clock) has no such deadline.
            null => null,
            { } due when spec.Time.Amount == 0 => new Deadline { Kind = spec.Kind, InDays = true, Start = context.Now, Due = due },
            { } start => Deadline.Calculate(spec, start, calendar),
        };
    }

    private static DateTimeOffset? Origin(DeadlineSpec spec, WorkCalendar calendar, AssignmentContext context) =>
        spec.FromExpression?.Evaluate(context.Variables, new FeelOptions { Now = context.Now }).Value switch
        {
            FeelDateTime instant when instant.TryToDateTimeOffset(TimeSpan.FromHours(8), out var at) => at,
            FeelDate date when date.TryToDateOnly(out var day) => spec.Time.Amount == 0 ? calendar.EndOf(day) : calendar.StartOfWorkingDay(day),
            _ => null,
        };

    private static DateTimeOffset? Variable(AssignmentContext context, string name) =>
        context.Variables.TryGet(name, out var value) && value is FeelDateTime instant && instant.TryToDateTimeOffset(TimeSpan.FromHours(8), out var at)
            ? at
            : null;

    private static string KeyOf(WarningLevel level) => level switch
    {
        WarningLevel.Reminder => "reminder",
        WarningLevel.Yellow => "yellow",
        WarningLevel.Orange => "orange",
        WarningLevel.Red => "red",
        _ => throw new InvalidOperationException($"Expected a level that is recorded, but got {level}."),
    };
}

/// <summary>A clock that a task starts with.</summary>
/// <param name="Clock">Which clock.</param>
/// <param name="Deadline">Its instants.</param>
/// <param name="Plan">What it will do.</param>
internal sealed record PlannedDeadline(DeadlineClock Clock, Deadline Deadline, DeadlinePlan Plan);
