using FsCheck;
using FsCheck.Fluent;
using Platform.Runtime.Calendar;

namespace Platform.Runtime.Tests.Calendar;

public sealed class WorkCalendarProperties
{
    private static readonly WorkCalendar Calendar = WorkCalendar.National;

    private static readonly Arbitrary<DateTimeOffset> Instants = Gen.Choose(0, 7 * 365 * 24 * 60)
        .Select(minutes => new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)).AddMinutes(minutes)).ToArbitrary();

    private static readonly Arbitrary<int> WorkingMinutes = Gen.Choose(1, 60 * 8 * 40).ToArbitrary();

    private static readonly Arbitrary<int> Days = Gen.Choose(1, 90).ToArbitrary();

    [Fact]
    public void Adding_office_time_and_measuring_it_agree() => Prop.ForAll(Instants, WorkingMinutes, (from, minutes) =>
        Calendar.WorkingBetween(from, Calendar.AddWorking(from, WorkingTime.Minutes(minutes))) == TimeSpan.FromMinutes(minutes))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Going_back_and_measuring_agree() => Prop.ForAll(Instants, WorkingMinutes, (to, minutes) =>
        Calendar.WorkingBetween(Calendar.Subtract(to, WorkingTime.Minutes(minutes)), to) == TimeSpan.FromMinutes(minutes))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_period_in_working_days_holds_exactly_that_many_working_days() => Prop.ForAll(Instants, Days, (from, days) =>
    {
        var due = Calendar.DateOf(Calendar.AddWorking(from, WorkingTime.Days(days)));
        return Calendar.IsWorkingDay(due) && Calendar.WorkingDaysBetween(Calendar.DateOf(from), due) == days;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_later_start_never_ends_earlier() => Prop.ForAll(Instants, Instants, WorkingMinutes, (a, b, minutes) =>
    {
        var (early, late) = a <= b ? (a, b) : (b, a);
        var days = WorkingTime.Days((minutes % 30) + 1);
        return Calendar.AddWorking(early, WorkingTime.Minutes(minutes)) <= Calendar.AddWorking(late, WorkingTime.Minutes(minutes))
            && Calendar.AddWorking(early, days) <= Calendar.AddWorking(late, days)
            && Calendar.AddCalendar(early, days) <= Calendar.AddCalendar(late, days);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_calendar_period_never_ends_on_a_day_off_nor_before_its_days_are_over() => Prop.ForAll(Instants, Days, (from, days) =>
    {
        var due = Calendar.DateOf(Calendar.AddCalendar(from, WorkingTime.Days(days)));
        return Calendar.IsWorkingDay(due) && due >= Calendar.DateOf(from).AddDays(days);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Warnings_rise_in_level_and_time_between_start_and_due() => Prop.ForAll(Instants, Days, (from, days) =>
    {
        var kind = days % 2 == 0 ? DeadlineKind.Working : DeadlineKind.Calendar;
        var deadline = Deadline.Calculate(new DeadlineSpec { Kind = kind, Time = WorkingTime.Days(days) }, from, Calendar);
        var warnings = deadline.Warnings(WarningSpec.Usual, Calendar);
        return warnings[^1] is { Level: WarningLevel.Red } last && last.At == deadline.Due
            && warnings.Zip(warnings.Skip(1)).All(p => p.First.Level < p.Second.Level && p.First.At <= p.Second.At)
            && warnings.All(w => w.At > from);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_pause_never_shortens_a_deadline_and_an_overdue_clock_gains_nothing() => Prop.ForAll(Instants, Days, Days, (from, days, pause) =>
    {
        var kind = days % 2 == 0 ? DeadlineKind.Working : DeadlineKind.Calendar;
        var deadline = Deadline.Calculate(new DeadlineSpec { Kind = kind, Time = WorkingTime.Days(days) }, from, Calendar);
        var resumed = from.AddDays(pause);
        return deadline.AfterPause(from, resumed, Calendar).Due >= deadline.Due
            && deadline.AfterPause(deadline.Due, deadline.Due.AddDays(pause), Calendar) == deadline;
    }).QuickCheckThrowOnFailure();
}
