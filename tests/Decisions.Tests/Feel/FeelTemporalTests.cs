using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Tests.Feel;

public sealed class FeelTemporalTests
{
    private static readonly Arbitrary<DateOnly> Days = Gen.Choose(0, DateOnly.MaxValue.DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary();

    [Fact]
    public void The_calendar_agrees_with_dot_net_for_all_its_years() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3_000), Prop.ForAll(Days, Days, (a, b) =>
        {
            var (x, y) = (FeelValue.Of(a), FeelValue.Of(b));
            Feel.Eval("(y - x).days", ("x", x), ("y", y)).ShouldBe(FeelValue.Of(b.DayNumber - a.DayNumber));
            Feel.Eval("x + (y - x)", ("x", x), ("y", y)).ShouldBe(y);
            Feel.Eval("x.weekday", ("x", x)).ShouldBe(FeelValue.Of(((int)a.DayOfWeek + 6) % 7 + 1));
            Feel.Eval("day of year(x)", ("x", x)).ShouldBe(FeelValue.Of(a.DayOfYear));
            Feel.Eval("week of year(x)", ("x", x)).ShouldBe(FeelValue.Of(ISOWeek.GetWeekOfYear(a.ToDateTime(TimeOnly.MinValue))));
        }));

    [Fact]
    public void Months_between_two_days_lead_from_one_to_the_other() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(Days, Days, (a, b) =>
        {
            var (from, to) = a < b ? (a, b) : (b, a);
            var months = Feel.Eval("years and months duration(a, b)", ("a", FeelValue.Of(from)), ("b", FeelValue.Of(to)))
                .ShouldBeOfType<FeelYearMonthDuration>().Months;
            from.AddMonths((int)months).ShouldBeLessThanOrEqualTo(to);
            if (to.Year < 9998)
            {
                // One month more overshoots, up to the shorter month's missing days.
                from.AddMonths((int)months + 1).AddDays(3).ShouldBeGreaterThan(to);
            }
        }));

    [Theory]
    [InlineData("date(\"2024-02-29\") + duration(\"P1Y\")", "@\"2025-02-28\"")]
    [InlineData("date(\"2026-01-31\") + duration(\"P1M\")", "@\"2026-02-28\"")]
    [InlineData("@\"2026-11-22T23:30:00+08:00\" + @\"PT1H\"", "@\"2026-11-23T00:30:00+08:00\"")]
    [InlineData("@\"2026-03-29T01:30:00@Europe/Paris\" + @\"PT1H\"", "@\"2026-03-29T03:30:00@Europe/Paris\"")]
    [InlineData("@\"23:30:00\" + @\"PT1H\"", "@\"00:30:00\"")]
    [InlineData("@\"2026-11-22T08:00:00@Asia/Shanghai\" - @\"2026-11-22T00:00:00Z\"", "@\"PT0S\"")]
    [InlineData("@\"2026-11-22T08:00:00@Asia/Shanghai\" = @\"2026-11-22T00:00:00Z\"", "true")]
    [InlineData("is(@\"2026-11-22T08:00:00@Asia/Shanghai\", @\"2026-11-22T00:00:00Z\")", "false")]
    [InlineData("is(@\"23:00:50Z\", @\"23:00:50+00:00\")", "true")]
    [InlineData("@\"2026-11-22T08:00:00@Asia/Shanghai\".time offset", "@\"PT8H\"")]
    [InlineData("@\"2026-11-22T08:00:00@Asia/Shanghai\".timezone", "\"Asia/Shanghai\"")]
    [InlineData("time(date(\"2026-11-22\"))", "@\"00:00:00Z\"")]
    [InlineData("time(11, 59, 45.25, duration(\"-PT2H\"))", "@\"11:59:45.25-02:00\"")]
    [InlineData("date and time(2026, 11, 22, 8, 30, 0)", "@\"2026-11-22T08:30:00\"")]
    [InlineData("date and time(2026, 11, 22, 8, 30, 0, @\"PT8H\")", "@\"2026-11-22T08:30:00+08:00\"")]
    [InlineData("date and time(2026, 11, 22, 8, 30, 0, \"Asia/Shanghai\")", "@\"2026-11-22T08:30:00@Asia/Shanghai\"")]
    [InlineData("years and months duration(date(\"2011-12-22\"), date(\"2013-08-24\"))", "@\"P1Y8M\"")]
    [InlineData("years and months duration(date(\"2013-08-24\"), date(\"2011-12-22\"))", "@\"-P1Y8M\"")]
    [InlineData("day of week(@\"2026-11-22\")", "\"Sunday\"")]
    [InlineData("month of year(@\"2026-11-22\")", "\"November\"")]
    [InlineData("week of year(@\"2005-01-01\")", "53")]
    [InlineData("today()", "@\"2026-11-22\"")]
    [InlineData("now()", "@\"2026-11-22T09:30:00+08:00\"")]
    [InlineData("before(@\"2026-11-21\", today())", "true")]
    [InlineData("duration(\"P1DT25H\").days", "2")]
    [InlineData("duration(\"PT1.5S\").seconds", "1.5")]
    [InlineData("string(duration(\"-PT90M\"))", "\"-PT1H30M\"")]
    [InlineData("date(\"2026-02-29\")", null)]
    [InlineData("time(\"T10:00:00\")", null)]
    [InlineData("@\"not a date\"", null)]
    [InlineData("date(\"999999999-12-31\") + duration(\"P1D\")", null)]
    [InlineData("now(1)", null)]
    public void Dates_and_times_compute_as_the_standard_says(string text, string? expected)
    {
        if (expected is not null)
        {
            Feel.ShouldGive(text, expected);
            return;
        }
        var parsed = FeelExpression.Parse(text);
        (parsed.Expression?.Evaluate(FeelScope.Empty, Feel.Options).Value ?? FeelValue.Null).ShouldBe(FeelValue.Null);
    }

    [Fact]
    public void Without_a_clock_there_is_no_now()
    {
        var result = FeelExpression.Parse("now()").Expression!.Evaluate(FeelScope.Empty);

        result.Value.ShouldBe(FeelValue.Null);
        result.Warnings.Single().Code.ShouldBe("feel.no-clock");
    }

    [Fact]
    public void Instants_come_and_go_as_dot_net_values()
    {
        var instant = new DateTimeOffset(2026, 11, 22, 8, 30, 15, 250, TimeSpan.FromHours(8));

        FeelValue.Of(instant).ToString().ShouldBe("@\"2026-11-22T08:30:15.25+08:00\"");
        FeelValue.Of(instant).TryToDateTimeOffset(TimeSpan.Zero, out var back).ShouldBeTrue();
        back.ShouldBe(instant);
    }
}
