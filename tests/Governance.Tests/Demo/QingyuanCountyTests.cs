using System.Globalization;
using Platform.Governance.Demo;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Tests.Demo;

public sealed class QingyuanCountyTests
{
    private static readonly DateTimeOffset Since = DateTimeOffset.Parse("2019-12-01T00:00:00+08:00", CultureInfo.InvariantCulture);
    private static readonly QingyuanCounty County = QingyuanCounty.Build("qingyuan", Since);

    [Fact]
    public void It_has_the_departments_towns_and_villages_of_a_county()
    {
        County.Units.Count(unit => unit.Kind == OrgUnitKind.Department).ShouldBe(26);
        County.Units.Count(unit => unit is { Kind: OrgUnitKind.Town, Hierarchy: OrgHierarchy.Government }).ShouldBe(11);
        County.Villages.Count.ShouldBe(150);
        County.Villages.Select(village => village.TownName + village.Name).Distinct().Count().ShouldBe(150);
    }

    [Fact]
    public void Codes_and_ids_are_unique_and_parents_come_first()
    {
        County.Units.Select(unit => unit.Code).Distinct().Count().ShouldBe(County.Units.Count);
        County.People.Select(person => person.Id).Distinct().Count().ShouldBe(County.People.Count);
        County.People.Select(person => person.Code).Distinct().Count().ShouldBe(County.People.Count);
        var seen = new HashSet<Guid>();
        foreach (var unit in County.Units)
        {
            (unit.ParentId is null || seen.Contains(unit.ParentId.Value)).ShouldBeTrue(unit.Name);
            seen.Add(unit.Id);
        }
    }

    [Fact]
    public void Every_post_that_the_process_names_is_held_at_every_desk()
    {
        foreach (var desk in County.Units.Where(unit => unit.Code == "xian-lxb" || unit.Code.EndsWith("-zzzx", StringComparison.Ordinal) || unit.Code.EndsWith("-djpt", StringComparison.Ordinal)))
        {
            PostsOf(desk).ShouldBeSubsetOf(["主任", "登记员", "督办员", "回访员"]);
            new[] { "主任", "登记员", "回访员" }.ShouldBeSubsetOf(PostsOf(desk), desk.Name);
        }
    }

    [Fact]
    public void Every_person_who_can_sign_in_exists_once()
    {
        foreach (var (code, name, title) in QingyuanCounty.SignIns)
        {
            County.People.Single(person => person.Code == code).Name.ShouldBe(name);
            title.ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public void Two_builds_agree_to_the_last_id() =>
        QingyuanCounty.Build("qingyuan", Since).Memberships.Select(row => row.Id).ShouldBe(County.Memberships.Select(row => row.Id));

    [Fact]
    public void Identity_numbers_have_a_correct_check_digit()
    {
        SyntheticPeople.CheckDigit("11010519491231002").ShouldBe('X');
        var number = SyntheticPeople.IdentityNumber(new SeededDraw(1));
        number.Length.ShouldBe(18);
        number[17].ShouldBe(SyntheticPeople.CheckDigit(number[..17]));
    }

    private static List<string> PostsOf(OrgUnitRow unit) => [.. County.PostRows.Where(post => post.UnitId == unit.Id).Select(post => post.Name).Distinct()];
}
