using Platform.Runtime.Calendar;

namespace Platform.Runtime.Tests.Calendar;

public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar National = WorkCalendar.National;

    [Theory]
    [InlineData("2026-02-14", true)] // Saturday, made up for the Spring Festival
    [InlineData("2026-02-16", false)] // Monday, Spring Festival
    [InlineData("2026-11-23", true)]
    [InlineData("2026-11-22", false)]
    [InlineData("2025-12-31", true)]
    public void Holidays_and_make_up_days_override_the_week(string date, bool working) =>
        National.IsWorkingDay(DateOnly.Parse(date)).ShouldBe(working);

    [Fact]
    public void The_first_day_is_not_counted_and_the_period_ends_with_office_hours()
    {
        // given a Monday morning
        var start = Local(2026, 11, 23, 9, 30);

        // when
        var due = National.AddWorking(start, WorkingTime.Days(2));

        // then
        due.ShouldBe(Local(2026, 11, 25, 18, 0));
    }

    [Fact]
    public void A_working_period_passes_over_a_holiday_week_with_its_make_up_days()
    {
        // given the last afternoon before the Spring Festival of 2026 (15 to 23 February off, 14 and 28 made up)
        var start = Local(2026, 2, 13, 16, 0);

        // when
        var due = National.AddWorking(start, WorkingTime.Days(2));

        // then Saturday the 14th is worked, the next working day is the 24th
        due.ShouldBe(Local(2026, 2, 24, 18, 0));
    }

    [Fact]
    public void A_period_in_hours_runs_in_office_hours_only()
    {
        var start = Local(2026, 11, 20, 17, 0); // Friday, one hour left

        National.AddWorking(start, WorkingTime.Hours(2)).ShouldBe(Local(2026, 11, 23, 9, 0));
    }

    [Fact]
    public void A_calendar_period_that_ends_on_a_day_off_ends_on_the_next_working_day()
    {
        var start = Local(2026, 9, 16, 10, 0);

        // 15 days later is 1 October; work begins again on the 8th
        National.AddCalendar(start, WorkingTime.Days(15)).ShouldBe(Local(2026, 10, 8, 18, 0));
    }

    [Fact]
    public void Rules_may_end_a_period_at_midnight_and_keep_days_off()
    {
        var calendar = new WorkCalendar(
            NationalHolidays.Days.Values,
            rules: new DeadlineRules { EndWithOfficeHours = false, RollOverDaysOff = false });

        calendar.AddCalendar(Local(2026, 9, 16, 10, 0), WorkingTime.Days(15)).ShouldBe(Local(2026, 10, 2, 0, 0));
    }

    [Fact]
    public void A_county_closing_day_is_not_worked()
    {
        var closing = new CalendarDay(new(2026, 11, 24), false, "县里停工日");
        var calendar = new WorkCalendar([.. NationalHolidays.Days.Values, closing]);

        calendar.AddWorking(Local(2026, 11, 23, 9, 0), WorkingTime.Days(1)).ShouldBe(Local(2026, 11, 25, 18, 0));
        calendar.NameOf(new(2026, 11, 24)).ShouldBe("县里停工日");
    }

    [Fact]
    public void Summer_hours_hold_from_their_first_day_until_winter_hours_begin()
    {
        var summer = new WorkHours { FromMonth = 5, FromDay = 1, Sessions = [new(new(8, 0), new(12, 0)), new(new(14, 30), new(18, 30))] };
        var winter = new WorkHours { FromMonth = 10, FromDay = 1, Sessions = [new(new(8, 0), new(12, 0)), new(new(14, 0), new(18, 0))] };
        var calendar = new WorkCalendar(NationalHolidays.Days.Values, [winter, summer]);

        calendar.EndOfWorkingDay(new(2026, 4, 30)).ShouldBe(Local(2026, 4, 30, 18, 0));
        calendar.EndOfWorkingDay(new(2026, 5, 6)).ShouldBe(Local(2026, 5, 6, 18, 30));
        calendar.EndOfWorkingDay(new(2026, 10, 9)).ShouldBe(Local(2026, 10, 9, 18, 0));
    }

    [Fact]
    public void Sessions_that_overlap_are_refused() =>
        Should.Throw<ArgumentException>(() => new WorkCalendar(
            [], [new WorkHours { FromMonth = 1, FromDay = 1, Sessions = [new(new(8, 0), new(12, 0)), new(new(11, 0), new(18, 0))] }]));

    [Theory]
    [InlineData("P5D", 5, TimeUnit.Day)]
    [InlineData("PT4H", 4, TimeUnit.Hour)]
    [InlineData("PT30M", 30, TimeUnit.Minute)]
    [InlineData("P0D", 0, TimeUnit.Day)]
    public void Working_time_is_read_from_an_iso_duration(string text, int amount, TimeUnit unit)
    {
        WorkingTime.TryParse(text, out var value).ShouldBeTrue();
        value.ShouldBe(new WorkingTime(amount, unit));
        value.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1M")]
    [InlineData("P-1D")]
    [InlineData("P1DT2H")]
    [InlineData("P999999999D")]
    [InlineData("5 days")]
    public void Any_other_text_is_no_working_time(string? text) => WorkingTime.TryParse(text, out _).ShouldBeFalse();

    internal static DateTimeOffset Local(int year, int month, int day, int hour, int minute) =>
        new(year, month, day, hour, minute, 0, TimeSpan.FromHours(8));
}
