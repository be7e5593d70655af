using Platform.Runtime.Calendar;
using static Platform.Runtime.Tests.Calendar.WorkCalendarTests;

namespace Platform.Runtime.Tests.Calendar;

public sealed class DeadlineTests
{
    private static readonly WorkCalendar National = WorkCalendar.National;

    [Fact]
    public void Fifteen_working_days_warn_at_half_a_quarter_and_the_last_day()
    {
        // given Monday 8:00
        var deadline = Working(15, Local(2026, 11, 2, 8, 0));

        // when
        var warnings = deadline.Warnings(WarningSpec.Usual, National);

        // then 16 days of 8 hours lie between start and due: 64 hours, 32 hours and one day before the end
        deadline.Due.ShouldBe(Local(2026, 11, 23, 18, 0));
        warnings.Select(w => (w.Level, w.At)).ShouldBe(
        [
            (WarningLevel.Reminder, Local(2026, 11, 12, 8, 0)),
            (WarningLevel.Yellow, Local(2026, 11, 18, 8, 0)),
            (WarningLevel.Orange, Local(2026, 11, 20, 18, 0)),
            (WarningLevel.Red, Local(2026, 11, 23, 18, 0)),
        ]);
    }

    [Fact]
    public void A_one_day_deadline_has_no_last_day_warning()
    {
        var deadline = Working(1, Local(2026, 11, 23, 10, 0));

        deadline.Warnings(WarningSpec.Usual, National).Select(w => w.Level)
            .ShouldBe([WarningLevel.Reminder, WarningLevel.Yellow, WarningLevel.Red]);
    }

    [Fact]
    public void A_weaker_warning_that_would_follow_a_stronger_one_is_left_out()
    {
        // 22 working hours: the last day begins with 8 left, a quarter would be 5.5
        var deadline = Working(2, Local(2026, 11, 23, 10, 0));

        deadline.Warnings(WarningSpec.Usual, National).Select(w => w.Level)
            .ShouldBe([WarningLevel.Reminder, WarningLevel.Orange, WarningLevel.Red]);
    }

    [Fact]
    public void After_a_pause_the_same_working_time_is_left_up_to_the_end_of_a_day()
    {
        // given 5 working days from Monday, stopped on Wednesday noon
        var deadline = Working(5, Local(2026, 11, 2, 9, 0));
        var paused = Local(2026, 11, 4, 12, 0);

        // when it runs on a week later
        var resumed = deadline.AfterPause(paused, Local(2026, 11, 11, 12, 0), National);

        // then 4 + 8 + 8 + 8 hours are left from Wednesday afternoon
        deadline.Due.ShouldBe(Local(2026, 11, 9, 18, 0));
        resumed.Due.ShouldBe(Local(2026, 11, 16, 18, 0));
    }

    [Fact]
    public void Escalations_count_working_time_from_the_due_instant()
    {
        var deadline = Working(1, Local(2026, 11, 19, 10, 0)); // due Friday 18:00

        deadline.EscalationAt(new EscalationSpec { After = WorkingTime.Days(0), To = "联系办主任", Line = 1 }, National)
            .ShouldBe(Local(2026, 11, 20, 18, 0));
        deadline.EscalationAt(new EscalationSpec { After = WorkingTime.Days(5), To = "分管常委", Line = 2 }, National)
            .ShouldBe(Local(2026, 11, 27, 18, 0));
    }

    [Theory]
    [InlineData(DeadlineKind.Working, 2, TimeUnit.Day, "2 个工作日")]
    [InlineData(DeadlineKind.Calendar, 60, TimeUnit.Day, "60 日")]
    [InlineData(DeadlineKind.Working, 2, TimeUnit.Hour, "2 个工作小时")]
    public void A_deadline_reads_as_officials_write_it(DeadlineKind kind, int amount, TimeUnit unit, string text) =>
        new DeadlineSpec { Kind = kind, Time = new(amount, unit) }.Text.ShouldBe(text);

    private static Deadline Working(int days, DateTimeOffset start) =>
        Deadline.Calculate(new DeadlineSpec { Kind = DeadlineKind.Working, Time = WorkingTime.Days(days) }, start, National);
}
