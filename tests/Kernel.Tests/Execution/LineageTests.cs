using Platform.Kernel.Execution;
using Platform.KernelTesting;

namespace Platform.Kernel.Tests.Execution;

/// <summary>approval-operations.md §1: what a later return needs to know about every activation.</summary>
public sealed class LineageTests
{
    [Fact]
    public void A_branch_carries_its_fork_and_a_join_drops_it()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().User("before").Parallel("fork").User("a").Parallel("join").User("after").End()
            .From("fork").User("b").To("join"));
        var before = run.Token("before", TokenStatus.Task).Lineage;

        run.Complete("before");
        var a = run.Token("a", TokenStatus.Task).Lineage;
        var b = run.Token("b", TokenStatus.Task).Lineage;
        run.Complete("a").Complete("b");

        before.ShouldBeEmpty();
        a.Length.ShouldBe(1);
        a[0].Fork.ShouldBe(b[0].Fork);
        a[0].ShouldNotBe(b[0]);
        run.Token("after", TokenStatus.Task).Lineage.ShouldBeEmpty();
    }

    [Fact]
    public void A_join_of_some_branches_stays_beside_the_others()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().Parallel("fork").User("a").Parallel("join").User("ab").Parallel("all").User("after").End()
            .From("fork").User("b").To("join")
            .From("fork").User("c").To("all"));
        var a = run.Token("a", TokenStatus.Task).Lineage;

        run.Complete("a").Complete("b");
        var ab = run.Token("ab", TokenStatus.Task).Lineage;
        var c = run.Token("c", TokenStatus.Task).Lineage;

        ab.Length.ShouldBe(1);
        ab[0].Fork.ShouldBe(c[0].Fork);
        ab.ShouldNotBe(a);
        ab.ShouldNotBe(c);
        run.Complete("ab").Complete("c").Token("after", TokenStatus.Task).Lineage.ShouldBeEmpty();
    }

    [Fact]
    public void Instances_and_the_inside_of_a_sub_process_descend_from_what_is_around_them()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().Parallel("fork")
            .Sub("sub", s => s.Start("s").User("vote").Multi("2").End("e")).Parallel("join").End()
            .From("fork").User("b").To("join"));

        var lineage = run.Token("vote", TokenStatus.Task).Lineage;
        var branch = run.Token("sub", TokenStatus.Scope).Lineage;

        lineage.Length.ShouldBe(2);
        lineage[0].ShouldBe(branch[0]);
    }

    [Fact]
    public void What_a_non_interrupting_event_starts_stands_beside_the_trunk()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().User("a").End()
            .Boundary("urge", "a", On.After("PT1H"), interrupting: false).User("urged").End("e2"));

        run.Advance("PT1H");

        run.Token("a", TokenStatus.Task).Lineage.ShouldBeEmpty();
        run.Token("urged", TokenStatus.Task).Lineage.Length.ShouldBe(1);
    }
}
