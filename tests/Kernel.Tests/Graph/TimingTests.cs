using System.Globalization;
using Platform.Kernel.Graph;

namespace Platform.Kernel.Tests.Graph;

public sealed class TimingTests
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    [Theory]
    [InlineData("PT5M", "2026-01-31T08:05:00+08:00")]
    [InlineData("P1M", "2026-02-28T08:00:00+08:00")]
    [InlineData("P1Y2M3DT4H5M6S", "2027-04-03T12:05:06+08:00")]
    [InlineData("P2W", "2026-02-14T08:00:00+08:00")]
    [InlineData("-PT1H", "2026-01-31T07:00:00+08:00")]
    [InlineData("PT0.5S", "2026-01-31T08:00:00.5+08:00")]
    public void Durations_are_added_on_the_calendar(string text, string expected)
    {
        IsoDuration.TryParse(text, out var duration).ShouldBeTrue();

        duration.AddTo(At("2026-01-31T08:00:00+08:00")).ShouldBe(At(expected));
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("5M")]
    [InlineData("P5H")]
    [InlineData("PT1M1H")]
    [InlineData("P1.5M")]
    [InlineData("PT1.S")]
    [InlineData("P99999999999999Y")]
    public void What_is_no_duration_is_refused(string text) => IsoDuration.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void A_duration_beyond_the_calendar_stops_at_its_end()
    {
        IsoDuration.TryParse("P9999Y", out var duration).ShouldBeTrue();

        duration.AddTo(At("2026-01-01T00:00:00Z")).ShouldBe(DateTimeOffset.MaxValue);
    }

    [Theory]
    [InlineData("0 0/5 * * * ?", "2026-01-05T08:00:10+08:00", "2026-01-05T08:05:00+08:00")]
    [InlineData("0 30 9 * * ?", "2026-01-05T09:30:00+08:00", "2026-01-06T09:30:00+08:00")]
    [InlineData("0 0 9 ? * MON-FRI", "2026-01-09T10:00:00+08:00", "2026-01-12T09:00:00+08:00")]
    [InlineData("0 0 9 ? * 2", "2026-01-06T00:00:00+08:00", "2026-01-12T09:00:00+08:00")]
    [InlineData("0 0 0 L * ?", "2026-02-01T00:00:00+08:00", "2026-02-28T00:00:00+08:00")]
    [InlineData("0 0 12 ? * 6L", "2026-01-05T00:00:00+08:00", "2026-01-30T12:00:00+08:00")]
    [InlineData("0 0 12 ? * 6#2", "2026-01-05T00:00:00+08:00", "2026-01-09T12:00:00+08:00")]
    [InlineData("0 0 0 29 2 ?", "2026-01-05T00:00:00+08:00", "2028-02-29T00:00:00+08:00")]
    [InlineData("0 15,45 8-9 1 1,7 ?", "2026-01-05T00:00:00+08:00", "2026-07-01T08:15:00+08:00")]
    [InlineData("0 0 0 1 1 ? 2030", "2026-01-05T00:00:00+08:00", "2030-01-01T00:00:00+08:00")]
    [InlineData("30 59 23 31 12 ?", "2026-12-31T23:59:30+08:00", "2027-12-31T23:59:30+08:00")]
    public void Cron_finds_the_next_time(string text, string after, string expected)
    {
        CronSchedule.TryParse(text, out var cron).ShouldBeTrue();

        cron!.Next(At(after), Beijing).ShouldBe(At(expected));
    }

    [Fact]
    public void Cron_is_meant_in_local_time()
    {
        CronSchedule.TryParse("0 0 9 * * ?", out var cron).ShouldBeTrue();

        cron!.Next(At("2026-01-05T00:30:00Z"), Beijing).ShouldBe(At("2026-01-05T01:00:00Z"));
    }

    [Fact]
    public void Cron_that_never_comes_answers_nothing()
    {
        CronSchedule.TryParse("0 0 0 31 2 ?", out var cron).ShouldBeTrue();

        cron!.Next(At("2026-01-05T00:00:00Z"), Beijing).ShouldBeNull();
    }

    [Theory]
    [InlineData("* * * *")]
    [InlineData("60 * * * * ?")]
    [InlineData("0 0 24 * * ?")]
    [InlineData("0 0 0 32 * ?")]
    [InlineData("0 0 0 ? * 8")]
    [InlineData("0 0 0 ? * 2#6")]
    [InlineData("0 0/0 * * * ?")]
    [InlineData("a b c d e f")]
    public void What_is_no_cron_is_refused(string text) => CronSchedule.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("R3/PT1H", 3)]
    [InlineData("R1/PT1H", 1)]
    [InlineData("R0/PT1H", 0)]
    [InlineData("R/PT1H/2026-01-05T11:30:00+08:00", 3)]
    [InlineData("R5/2026-01-05T09:00:00+08:00/PT1H", 5)]
    public void A_repetition_fires_as_often_as_it_says(string text, int times)
    {
        var schedule = TimerSchedule.Parse(TimerKind.Cycle, text, Beijing).ShouldNotBeNull();
        int fired = 0;

        for (var due = schedule.First(At("2026-01-05T08:00:00+08:00"), Beijing);
            due is { } at;
            due = schedule.Next(at.At, at.Remaining, Beijing))
        {
            fired++;
            at.At.ShouldBe(At("2026-01-05T08:00:00+08:00").AddHours(fired));
        }

        fired.ShouldBe(times);
    }

    [Theory]
    [InlineData("R3")]
    [InlineData("R3/PT0S")]
    [InlineData("R3/-PT1H")]
    [InlineData("Rx/PT1H")]
    [InlineData("R3/a/b/c")]
    public void A_repetition_that_makes_no_progress_is_refused(string text) =>
        TimerSchedule.Parse(TimerKind.Cycle, text, Beijing).ShouldBeNull();

    [Theory]
    [InlineData("2026-01-05T08:00:00", "2026-01-05T08:00:00+08:00")]
    [InlineData("2026-01-05T08:00:00Z", "2026-01-05T08:00:00Z")]
    [InlineData("2026-01-05", "2026-01-05T00:00:00+08:00")]
    [InlineData("2026-01-05T08:00:00@Asia/Tokyo", "2026-01-05T08:00:00+09:00")]
    public void A_date_without_zone_is_local(string text, string expected) =>
        TimerSchedule.Parse(TimerKind.Date, text, Beijing).ShouldBe(new TimerSchedule.At(At(expected)));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
