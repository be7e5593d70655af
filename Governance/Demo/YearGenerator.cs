using System.Globalization;

namespace Platform.Governance.Demo;

/// <summary>
/// Makes the synthetic year 2020 of the three ledgers from a seed: each property of a case is dealt from a fixed hand, so the
/// distribution is exact, and who gets what is drawn. Texts, people and places are invented.
/// </summary>
public sealed class YearGenerator
{
    /// <summary>Seed of the year that the project reports on.</summary>
    public const long DefaultSeed = 20201039;

    /// <summary>Two reworks take their time out of the same promise; a case that is planned to be in time has reported early.</summary>
    private const int TwiceReworkedPace = 25;

    private static readonly int[] Months = [60, 55, 74, 82, 90, 112, 118, 110, 92, 86, 84, 76];
    private readonly SeededDraw draw;
    private readonly IReadOnlyList<VillageInfo> villages;
    private readonly IReadOnlyList<string> accusable;
    private readonly Func<DateOnly, bool> isWorkingDay;

    /// <summary>Prepares a year.</summary>
    /// <param name="villages">Places where matters happen.</param>
    /// <param name="accusable">Codes of officials who may be accused.</param>
    /// <param name="isWorkingDay">The county's calendar.</param>
    /// <param name="seed">Equal seeds give equal years.</param>
    public YearGenerator(IReadOnlyList<VillageInfo> villages, IReadOnlyList<string> accusable, Func<DateOnly, bool> isWorkingDay, long seed = DefaultSeed)
    {
        this.villages = villages;
        this.accusable = accusable;
        this.isWorkingDay = isWorkingDay;
        draw = new SeededDraw(seed);
    }

    /// <summary>Makes the year, ordered by arrival.</summary>
    public IReadOnlyList<YearCase> Make()
    {
        var cases = Endings();
        var total = cases.Count;
        var levels = draw.Deal(("X", 416), ("Z", 415), ("C", 208));
        var channels = draw.Deal(
            ("书记电话", 140), ("民情110", 210), ("联络员", 260), ("网络舆情", 95), ("接访", 100),
            ("来信", 60), ("网上留言", 90), ("12345转办", 60), ("代表委员", 14), ("走访", 10));
        var arrivals = Arrivals(total);
        for (var index = 0; index < total; index++)
        {
            cases[index] = cases[index] with { Level = levels[index], Channel = channels[index] };
        }

        Mark(cases, 9, _ => true, item => item with { GroupSize = draw.Between(5, 23), Channel = item.Channel });
        Petitioners(cases);
        Handling(cases);
        Ratings(cases);
        Repeats(cases);
        Aggregates(cases);
        return [.. draw.Shuffle(cases).Select((item, index) => item with { Ordinal = index + 1, ArrivedAt = arrivals[index] })];
    }

    /// <summary>Deals ledger, ending and result together, because they belong together.</summary>
    private List<YearCase> Endings()
    {
        List<YearCase> cases = [];
        Add(cases, 451, "LY", YearEnding.Handled, "支持");
        Add(cases, 104, "LY", YearEnding.Handled, "解释");
        Add(cases, 24, "LY", YearEnding.Handled, "不支持");
        Add(cases, 53, "LY", YearEnding.Redirected, "导入");
        Add(cases, 8, "LY", YearEnding.Refused, "不予受理");
        Add(cases, 118, "JY", YearEnding.Handled, "采纳");
        Add(cases, 54, "JY", YearEnding.Handled, "部分采纳");
        Add(cases, 30, "JY", YearEnding.Handled, "已有安排");
        Add(cases, 34, "JY", YearEnding.Handled, "留作参考");
        Add(cases, 20, "JY", YearEnding.Handled, "不采纳");
        Add(cases, 4, "JY", YearEnding.Refused, "不予受理");
        Add(cases, 119, "JB", YearEnding.Transferred, "移送");
        Add(cases, 1, "JB", YearEnding.Forwarded, "移送");
        Add(cases, 8, "JB", YearEnding.Redirected, "导入");
        Add(cases, 11, "JB", YearEnding.Refused, "不予受理");
        return cases;
    }

    private void Add(List<YearCase> cases, int count, string ledger, YearEnding ending, string result)
    {
        var texts = ledger switch { "JY" => MatterTexts.Suggestions, "JB" => MatterTexts.Complaints, _ => MatterTexts.Claims };
        for (var round = 0; round < count; round++)
        {
            var (category, title, text) = draw.Pick(texts);
            var place = draw.Pick(villages);
            var where = place.TownName + place.Name;
            cases.Add(new YearCase
            {
                Ordinal = 0,
                ArrivedAt = default,
                Ledger = ledger,
                Level = "X",
                Channel = "来信",
                Category = category,
                Title = string.Format(CultureInfo.InvariantCulture, title, where),
                Text = string.Format(CultureInfo.InvariantCulture, text, where),
                Place = place,
                AccusedPerson = Accused(ledger, ending),
                Ending = ending,
                Result = result,
                DepartmentRating = "satisfied",
                ResponsibleRating = "satisfied",
                Pace = draw.Between(15, 70),
            });
        }
    }

    private string? Accused(string ledger, YearEnding ending) => (ledger, ending) switch
    {
        (_, YearEnding.Forwarded) => "shuji",
        ("JB", _) => draw.Pick(accusable),
        _ => null,
    };

    private void Petitioners(List<YearCase> cases)
    {
        for (var index = 0; index < cases.Count; index++)
        {
            cases[index] = cases[index] with
            {
                PetitionerName = SyntheticPeople.Name(draw),
                Phone = SyntheticPeople.Phone(draw),
                IdentityNumber = SyntheticPeople.IdentityNumber(draw),
            };
        }

        Mark(cases, 74, item => item.Repeats == 0, item => item with { PetitionerName = null, Phone = null, IdentityNumber = null });
    }

    private void Handling(List<YearCase> cases)
    {
        Mark(cases, 190, item => Handled(item) && item is { Ledger: "LY", Level: "X" }, item => item with { CrossDepartment = true });
        Mark(cases, 83, Handled, item => item with { Objection = item.Level == "C" || draw.Below(3) == 0 ? YearObjection.Confirmed : YearObjection.Reassigned });
        Mark(cases, 31, Plain, item => item with { LateLine = 1 });
        Mark(cases, 5, Plain, item => item with { LateLine = 2 });
        Mark(cases, 1, Plain, item => item with { LateLine = 3 });
        Mark(cases, 61, item => Plain(item) && item.LateLine == 0, item => item with { Extended = true });
        Mark(cases, 22, item => Plain(item) && item is { LateLine: 0, Extended: false }, item => item with { Paused = true });
        Mark(cases, 24, item => Plain(item) && item.LateLine == 0 && item.PetitionerName is not null, item => item with { Reworks = 1, ReworkFromGate = draw.Below(2) == 0 });
        Mark(cases, 5, item => Plain(item) && item is { LateLine: 0, Reworks: 0 } && item.PetitionerName is not null, item => item with { Reworks = 2, Pace = Math.Min(item.Pace, TwiceReworkedPace) });
        Mark(cases, 12, item => Plain(item) && item.Level == "X" && item.Reworks == 0, item => item with { Recusal = true });
        Mark(cases, 8, item => item is { Ledger: "LY", Result: "解释", Reworks: 0, LateLine: 0 }, item => item with { Withdrawn = true });
        Mark(cases, 5, item => item is { Result: "不支持", PetitionerName: not null }, item => item with { Reviews = 1 });
        Mark(cases, 1, item => item is { Result: "不支持", PetitionerName: not null, Reviews: 0 }, item => item with { Reviews = 2 });
    }

    /// <summary>Every citizen rates both; three are dissatisfied with the responsible unit, one at each level.</summary>
    private void Ratings(List<YearCase> cases)
    {
        Mark(cases, 207, _ => true, item => item with { DepartmentRating = "mostly" });
        Mark(cases, 286, _ => true, item => item with { ResponsibleRating = "mostly" });
        foreach (var level in new[] { "X", "Z", "C" })
        {
            Mark(
                cases,
                1,
                item => item.Level == level && item is { Result: "不支持" or "解释", Reworks: 0, Withdrawn: false, PetitionerName: not null },
                item => item with { ResponsibleRating = "dissatisfied" });
        }
    }

    private void Repeats(List<YearCase> cases) => Mark(
        cases, 147, item => item is { PetitionerName: not null, Ledger: not "JB", Ending: YearEnding.Handled }, item => item with { Repeats = 1 });

    private void Aggregates(List<YearCase> cases)
    {
        for (var group = 1; group <= 18; group++)
        {
            var number = group;
            Mark(cases, 3, item => item is { Aggregate: null, Ledger: "LY", Ending: YearEnding.Handled }, item => item with { Aggregate = number });
        }
    }

    /// <summary>Changes exactly as many drawn cases as asked for, among those that qualify.</summary>
    private void Mark(List<YearCase> cases, int count, Func<YearCase, bool> qualifies, Func<YearCase, YearCase> change)
    {
        var places = draw.Shuffle(Enumerable.Range(0, cases.Count).Where(index => qualifies(cases[index])));
        if (places.Count < count)
        {
            throw new InvalidOperationException($"Expected at least {count} cases that qualify, but there are {places.Count}.");
        }

        foreach (var index in places.Take(count))
        {
            cases[index] = change(cases[index]);
        }
    }

    /// <summary>Arrivals follow the months of the year, on working days in office hours.</summary>
    private List<DateTimeOffset> Arrivals(int total)
    {
        List<DateTimeOffset> arrivals = [];
        for (var month = 1; month <= 12; month++)
        {
            var days = Enumerable.Range(1, DateTime.DaysInMonth(2020, month))
                .Select(day => new DateOnly(2020, month, day)).Where(isWorkingDay).ToList();
            for (var round = 0; round < Months[month - 1]; round++)
            {
                var minute = draw.Below(150);
                var hour = draw.Below(2) == 0 ? 9 : 14;
                arrivals.Add(new DateTimeOffset(draw.Pick(days).ToDateTime(new TimeOnly(hour, 0)).AddMinutes(minute + 30), TimeSpan.FromHours(8)));
            }
        }

        return arrivals.Count == total
            ? [.. arrivals.Order()]
            : throw new InvalidOperationException($"Expected {total} arrivals, but the months hold {arrivals.Count}.");
    }

    private static bool Handled(YearCase item) => item.Ending == YearEnding.Handled;

    private static bool Plain(YearCase item) => Handled(item) && item is { Objection: YearObjection.None, Withdrawn: false, Recusal: false };
}
