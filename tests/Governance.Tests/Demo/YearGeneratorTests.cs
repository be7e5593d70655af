using System.Globalization;
using Platform.Governance.Demo;
using Platform.Runtime.Calendar;

namespace Platform.Governance.Tests.Demo;

public sealed class YearGeneratorTests
{
    private static readonly QingyuanCounty County =
        QingyuanCounty.Build("qingyuan", DateTimeOffset.Parse("2019-12-01T00:00:00+08:00", CultureInfo.InvariantCulture));

    private static readonly IReadOnlyList<YearCase> Year = Make(YearGenerator.DefaultSeed);

    [Fact]
    public void Ledgers_and_levels_follow_the_plan()
    {
        Counts(item => item.Ledger).ShouldBe("JB 139, JY 260, LY 640");
        Counts(item => item.Level).ShouldBe("C 208, X 416, Z 415");
    }

    [Fact]
    public void Edge_cases_follow_the_plan()
    {
        Year.Count(item => item.Objection != YearObjection.None).ShouldBe(83);
        Year.Count(item => item.CrossDepartment).ShouldBe(190);
        Year.Count(item => item.Extended).ShouldBe(61);
        Year.Count(item => item.Reworks > 0).ShouldBe(29);
        Year.Count(item => item.Reworks == 2).ShouldBe(5);
        Year.Sum(item => item.Repeats).ShouldBe(147);
        Year.Count(item => item.PetitionerName is null).ShouldBe(74);
        Year.Count(item => item.LateLine > 0).ShouldBe(37);
        Year.Count(item => item.LateLine == 3).ShouldBe(1);
        Year.Count(item => item.Paused).ShouldBe(22);
        Year.Count(item => item.Recusal).ShouldBe(12);
        Year.Count(item => item.GroupSize >= 5).ShouldBe(9);
        Year.Count(item => item.Withdrawn).ShouldBe(8);
        Year.Count(item => item.Reviews > 0).ShouldBe(6);
        Year.Count(item => item.Ending == YearEnding.Forwarded).ShouldBe(1);
        Year.Select(item => item.Aggregate).OfType<int>().Distinct().Count().ShouldBe(18);
    }

    [Fact]
    public void Dissatisfied_citizens_are_one_at_each_level() =>
        Year.Where(item => item.ResponsibleRating == "dissatisfied").Select(item => item.Level).Order().ShouldBe(["C", "X", "Z"]);

    [Fact]
    public void Matters_arrive_in_order_on_working_days_in_office_hours()
    {
        Year.Select(item => item.ArrivedAt).ShouldBe(Year.Select(item => item.ArrivedAt).Order());
        Year.ShouldAllBe(item => WorkCalendar.National.IsWorkingTime(item.ArrivedAt));
    }

    [Fact]
    public void Equal_seeds_give_equal_years_and_others_do_not()
    {
        Make(YearGenerator.DefaultSeed).ShouldBe(Year);
        Make(7).Select(item => item.Title).ShouldNotBe(Year.Select(item => item.Title));
    }

    private static IReadOnlyList<YearCase> Make(long seed) => new YearGenerator(
        County.Villages, [.. County.People.Skip(20).Take(40).Select(person => person.Code)], WorkCalendar.National.IsWorkingDay, seed).Make();

    private static string Counts(Func<YearCase, string> key) =>
        string.Join(", ", Year.GroupBy(key).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key} {group.Count()}"));
}
