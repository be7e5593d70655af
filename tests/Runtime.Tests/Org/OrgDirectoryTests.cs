namespace Platform.Runtime.Tests.Org;

public sealed class OrgDirectoryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    private readonly TestCounty county = TestCounty.Usual();

    [Fact]
    public void A_unit_is_found_by_code_name_or_id_but_not_when_the_name_is_shared()
    {
        county.Unit("zhujian2", "住建局", "zhen");
        var directory = county.Directory;

        directory.FindUnit("zhujian")!.Id.ShouldBe(county.UnitId("zhujian"));
        directory.FindUnit("质检站")!.Id.ShouldBe(county.UnitId("zhijian"));
        directory.FindUnit(county.UnitId("zhen").ToString())!.Code.ShouldBe("zhen");
        directory.FindUnit("住建局").ShouldBeNull();
    }

    [Fact]
    public void Posts_are_held_from_their_first_instant_until_just_before_their_last()
    {
        county.Hold("x", "临时", "zhen", "顾问", until: Now);

        county.Directory.PostsOf(county.Person("x"), Now.AddTicks(-1)).ShouldNotBeEmpty();
        county.Directory.PostsOf(county.Person("x"), Now).ShouldBeEmpty();
        county.Directory.PostsOf(county.Person("x"), TestCounty.Since.AddTicks(-1)).ShouldBeEmpty();
    }

    [Fact]
    public void A_damaged_tree_does_not_make_answers_endless()
    {
        var rows = county.Rows;
        rows.Units.Single(u => u.Code == "xian").ParentId = county.UnitId("zhijian");
        var directory = new Runtime.Org.OrgDirectory(rows);

        directory.Ancestors(county.UnitId("zhijian")).Count().ShouldBe(2);
        directory.WithDescendants(county.UnitId("xian")).Count().ShouldBe(5);
    }

    [Fact]
    public void An_appointment_holds_for_its_processes_and_its_time_only()
    {
        county.Deputy("shuji", "fushuji", until: Now.AddDays(1), processKeys: "petition vote");
        var directory = county.Directory;
        var (principal, deputy) = (county.Person("shuji"), county.Person("fushuji"));

        directory.MayActFor(deputy, principal, "petition", Now).ShouldBeTrue();
        directory.MayActFor(deputy, principal, "budget", Now).ShouldBeFalse();
        directory.MayActFor(deputy, principal, "petition", Now.AddDays(1)).ShouldBeFalse();
        directory.DeputiesOf(principal, "vote", Now).ShouldHaveSingleItem().Id.ShouldBe(deputy);
    }
}
