using Platform.Decisions.Feel;
using Platform.Kernel.Graph;
using Platform.Runtime.Org;

namespace Platform.Runtime.Tests.Org;

public sealed class AssigneeResolverTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    private readonly TestCounty county = TestCounty.Usual();

    [Fact]
    public void A_post_named_with_its_unit_is_the_one_persons_with_the_reason()
    {
        var result = Resolve(Post("联系办主任"));

        result.Assignee.ShouldNotBeNull().PersonId.ShouldBe(county.Person("lianxi"));
        result.Assignee.Reason.ShouldBe("因您是联系办主任");
        result.Assignee.UnitId.ShouldBe(county.UnitId("lianxi"));
    }

    [Fact]
    public void Several_holders_of_a_post_become_candidates()
    {
        var result = Resolve(new AssignmentSpec { Post = FeelText.Constant("承办人"), Unit = Feel("leadUnit") }, ("leadUnit", FeelValue.Of("zhujian")));

        result.Assignee.ShouldBeNull();
        result.People.Select(p => p.PersonId).ShouldBe([county.Person("zhujian-cb1"), county.Person("zhujian-cb2")], ignoreOrder: true);
        result.People.ShouldAllBe(p => p.Reason == "因您是住建局承办人");
    }

    [Fact]
    public void A_unit_that_is_not_known_gives_nobody_instead_of_everybody() =>
        Resolve(new AssignmentSpec { Post = FeelText.Constant("承办人"), Unit = Feel("leadUnit") }).People.ShouldBeEmpty();

    [Fact]
    public void A_computed_post_follows_the_variable() =>
        Resolve(new AssignmentSpec { Post = FeelText.Computed(Feel("reviewPost")), Unit = Feel("\"xian\"") }, ("reviewPost", FeelValue.Of("副书记")))
            .Assignee!.PersonId.ShouldBe(county.Person("fushuji"));

    [Fact]
    public void A_role_finds_every_post_that_carries_it() =>
        Resolve(new AssignmentSpec { Role = "head" }).People.Select(p => p.PersonId)
            .ShouldBe([county.Person("zhujian-fz"), county.Person("zhijian-z"), county.Person("zhen")], ignoreOrder: true);

    [Theory]
    [InlineData("handler-unit.leader", "zhujian-fz")]
    [InlineData("handler-unit.parent.leader", "shuji")]
    [InlineData("owner-unit.leader", "lianxi")]
    [InlineData("starter", "dengji")]
    [InlineData("starter.unit.leader", "lianxi")]
    [InlineData("previous", "dengji")]
    [InlineData("previous.leader", "lianxi")]
    [InlineData("handler.leader", "zhujian-fz")]
    public void A_relation_is_followed_hop_by_hop(string relation, string expected)
    {
        var result = Resolve(new AssignmentSpec { Relation = relation }, ("handlerUnit", FeelValue.Of("住建局")), ("handler", FeelValue.Of("zhujian-cb1")));

        result.Assignee!.PersonId.ShouldBe(county.Person(expected));
    }

    [Fact]
    public void A_person_is_named_by_sign_in_code_or_id()
    {
        Resolve(new AssignmentSpec { Assignee = Feel("who") }, ("who", FeelValue.Of("duban"))).Assignee!.PersonId.ShouldBe(county.Person("duban"));
        Resolve(new AssignmentSpec { Assignee = Feel("who") }, ("who", FeelValue.Of(county.Person("duban").ToString())))
            .Assignee!.PersonId.ShouldBe(county.Person("duban"));
    }

    [Fact]
    public void The_accused_is_never_assigned_and_the_reason_is_kept()
    {
        var result = Resolve(Post("承办人"), context => context with { ExcludedPeople = new HashSet<Guid> { county.Person("zhujian-cb1") } });

        result.Assignee!.PersonId.ShouldBe(county.Person("zhujian-cb2"));
        result.Excluded.ShouldHaveSingleItem().PersonId.ShouldBe(county.Person("zhujian-cb1"));
    }

    [Fact]
    public void People_of_an_accused_unit_and_of_units_below_it_are_not_assigned()
    {
        var accused = new HashSet<Guid> { county.UnitId("zhujian") };

        Resolve(new AssignmentSpec { Role = "head" }, context => context with { ExcludedUnits = accused })
            .People.Select(p => p.PersonId).ShouldBe([county.Person("zhen")]);
    }

    [Fact]
    public void A_deputy_steps_in_when_the_principal_is_recused()
    {
        county.Deputy("shuji", "fushuji");
        var secretary = Post("书记") with { Deputy = true };

        Resolve(secretary).Assignee!.PersonId.ShouldBe(county.Person("shuji"));
        var result = Resolve(secretary, context => context with { ExcludedPeople = new HashSet<Guid> { county.Person("shuji") } });
        result.Assignee!.PersonId.ShouldBe(county.Person("fushuji"));
        result.Assignee.Reason.ShouldBe("因您代行张国栋的职责");
    }

    [Fact]
    public void A_deputy_steps_in_when_the_post_is_vacant()
    {
        county.Deputy("shuji", "fushuji");
        county.Leaves("shuji", "书记", Now.AddDays(-1));

        Resolve(Post("书记")).People.ShouldBeEmpty();
        Resolve(Post("书记") with { Deputy = true }).Assignee!.PersonId.ShouldBe(county.Person("fushuji"));
    }

    [Fact]
    public void A_recused_deputy_does_not_step_in()
    {
        county.Deputy("shuji", "fushuji");

        Resolve(Post("书记") with { Deputy = true }, context => context with { ExcludedPeople = new HashSet<Guid> { county.Person("shuji"), county.Person("fushuji") } })
            .People.ShouldBeEmpty();
    }

    [Fact]
    public void A_task_that_must_be_signed_for_has_no_assignee_even_with_one_person() =>
        Resolve(Post("联系办主任") with { MustClaim = true }).Assignee.ShouldBeNull();

    [Fact]
    public void A_part_time_post_counts_like_any_other()
    {
        county.Hold("dengji", "王晓梅", "zhen", "联络员");

        Resolve(Post("城关镇联络员")).Assignee!.Reason.ShouldBe("因您是城关镇联络员");
    }

    private static AssignmentSpec Post(string name) => new() { Post = FeelText.Constant(name) };

    private static FeelExpression Feel(string text) => FeelExpression.Parse(text).Expression.ShouldNotBeNull();

    private AssigneeResult Resolve(AssignmentSpec spec, params (string Name, FeelValue Value)[] variables) => Resolve(spec, context => context, variables);

    private AssigneeResult Resolve(AssignmentSpec spec, Func<AssignmentContext, AssignmentContext> change, params (string Name, FeelValue Value)[] variables) =>
        AssigneeResolver.Resolve(county.Directory, [spec], change(new AssignmentContext
        {
            Variables = new FeelScope(variables.ToDictionary(v => v.Name, v => v.Value)),
            Now = Now,
            ProcessKey = "p",
            StarterId = county.Person("dengji"),
            OwnerUnitId = county.UnitId("lianxi"),
        }));
}
