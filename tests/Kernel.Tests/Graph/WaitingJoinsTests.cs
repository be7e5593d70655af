using Platform.Kernel.Execution;
using Platform.Kernel.Graph;
using Platform.Kernel.Model;
using Platform.KernelTesting;

namespace Platform.Kernel.Tests.Graph;

public sealed class WaitingJoinsTests
{
    [Fact]
    public void A_parallel_join_behind_an_exclusive_choice_is_refused()
    {
        var issue = Found(Choice(new ProcessBuilder().Start().Exclusive("x"))).ShouldHaveSingleItem();

        issue.ShouldBe(("bpmn.join-can-starve", IssueSeverity.Error, "join", "“x”只走其中一条，并行汇聚“join”却要等各条都到齐，会一直等下去。"));
    }

    [Fact]
    public void One_that_is_sometimes_filled_is_a_warning_and_does_get_stuck()
    {
        var builder = Choice(new ProcessBuilder().Start().Exclusive("x"))
            .From("x", "n > 100").Parallel("both").To("a").From("both").To("b");

        Found(builder).ShouldHaveSingleItem().ShouldBe(
            ("bpmn.join-can-starve", IssueSeverity.Warning, "join", "“x”只走其中一条，并行汇聚“join”却要等各条都到齐，可能会一直等下去。"));
        IsStuck(ProcessRun.Of(builder, ("n", 5)).Complete("a")).ShouldBeTrue();
        ProcessRun.Of(builder, ("n", 0)).Complete("b").IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void A_branch_that_may_end_before_the_join_is_pointed_out_where_it_ends_and_does_get_stuck()
    {
        var builder = Approval("refused", null);

        Found(builder).ShouldHaveSingleItem().ShouldBe(
            ("bpmn.ends-before-join", IssueSeverity.Warning, "refused", "有一条路在“refused”就结束了，并行汇聚“join”却还在等它，会一直等下去。"));
        IsStuck(ProcessRun.Of(builder, ("n", 0)).Complete("a").Complete("b")).ShouldBeTrue();
        ProcessRun.Of(builder, ("n", 5)).Complete("a").Complete("b").IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void An_end_that_ends_the_whole_process_leaves_no_join_waiting()
    {
        var builder = Approval("refused", new TerminateEventDefinition());

        Found(builder).ShouldBeEmpty();
        ProcessRun.Of(builder, ("n", 0)).Complete("a").IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void An_interrupting_deadline_that_ends_a_branch_is_pointed_out()
    {
        var builder = new ProcessBuilder()
            .Start().Parallel("fork").User("a").Parallel("join").End()
            .From("fork").User("b").To("join")
            .Boundary("late", "b", On.After("P1D")).End("given-up");

        Found(builder).ShouldHaveSingleItem().ShouldBe(
            ("bpmn.ends-before-join", IssueSeverity.Warning, "given-up", "有一条路在“given-up”就结束了，并行汇聚“join”却还在等它，会一直等下去。"));
        var run = ProcessRun.Of(builder).Complete("a");
        IsStuck(run.Do(new Trigger.FireTimer { TimerId = run.State.Timers.Single().Id })).ShouldBeTrue();
    }

    [Fact]
    public void A_reminder_that_ends_by_itself_and_a_copy_beside_the_branch_leave_no_join_waiting() =>
        Found(new ProcessBuilder()
            .Start().Parallel("fork").User("a").Parallel("join").End()
            .From("fork").Parallel("copy").User("b").To("join")
            .From("copy").User("read").End("done")
            .Boundary("late", "b", On.After("P1D"), interrupting: false).User("urge").End("urged")).ShouldBeEmpty();

    [Fact]
    public void Branches_at_once_that_nothing_joins_run_what_follows_twice()
    {
        var builder = new ProcessBuilder()
            .Start().Parallel("fork").User("a").Exclusive("meet").User("c").End()
            .From("fork").User("b").To("meet");

        Found(builder).ShouldHaveSingleItem().ShouldBe(
            ("bpmn.runs-twice", IssueSeverity.Warning, "meet", "并行的几条路没有汇聚就一起走到了“meet”，后面的步骤会各办一遍。"));
        ProcessRun.Of(builder).Complete("a").Complete("b").Tasks.ShouldBe("c c");
    }

    [Fact]
    public void Branches_at_once_that_come_to_one_end_are_none() =>
        Found(new ProcessBuilder().Start().Parallel("fork").User("a").End().From("fork").User("b").To("end")).ShouldBeEmpty();

    [Fact]
    public void A_choice_inside_a_branch_and_a_loop_around_the_block_are_none() =>
        Found(new ProcessBuilder()
            .Start().Exclusive("again").Parallel("fork").Exclusive("x")
            .From("x", "n > 1").User("a").Exclusive("m").Parallel("join").Exclusive("y").End()
            .From("x", otherwise: true).To("m")
            .From("fork").User("b").To("join")
            .From("y", "n > 2").User("c").To("again")).ShouldBeEmpty();

    [Fact]
    public void An_inclusive_join_waits_for_nobody_who_does_not_come() =>
        Found(new ProcessBuilder()
            .Start().Inclusive("i").From("i", "n > 1").Exclusive("x").From("x", "n > 2").User("a").Inclusive("join").End()
            .From("x", otherwise: true).End("e2")
            .From("i", otherwise: true).User("b").To("join")).ShouldBeEmpty();

    [Fact]
    public void Many_choices_side_by_side_are_checked_at_once()
    {
        var builder = new ProcessBuilder().Start().Parallel("fork").User("a").Parallel("join").End();
        for (int i = 0; i < 40; i++)
        {
            builder.From("fork").Exclusive($"x{i}").From($"x{i}", "n > 1").User($"u{i}").Exclusive($"m{i}").To("join").From($"x{i}", otherwise: true).To($"m{i}");
        }

        Found(builder).ShouldBeEmpty();
    }

    [Fact]
    public void Elements_without_a_name_are_called_what_they_are()
    {
        var builder = new ProcessBuilder()
            .Start().Node(new ExclusiveGateway { Id = "x" }).From("x", "n > 1").User("a").Node(new ParallelGateway { Id = "join" }).End()
            .From("x", otherwise: true).User("b").To("join");

        Found(builder).ShouldHaveSingleItem().Message.ShouldBe("前面的条件分支只走其中一条，并行汇聚却要等各条都到齐，会一直等下去。");
    }

    private static ProcessBuilder Choice(ProcessBuilder builder) => builder
        .From("x", "n > 1 and n < 100").User("a").Parallel("join").End()
        .From("x", otherwise: true).User("b").To("join");

    private static ProcessBuilder Approval(string end, EventDefinition? ends) => new ProcessBuilder()
        .Start().Parallel("fork").User("a").Exclusive("agreed")
        .From("agreed", "n > 1").Parallel("join").End()
        .From("agreed", otherwise: true).End(end, ends)
        .From("fork").User("b").To("join");

    private static bool IsStuck(ProcessRun run) =>
        run is { IsCompleted: false, Tasks: "", Waits: "" } && run.State.Tokens.All(t => t.Status == TokenStatus.AtJoin);

    private static (string Code, IssueSeverity Severity, string Element, string Message)[] Found(ProcessBuilder builder) =>
        [.. GraphCompiler.Compile(builder.Build(), "p").Issues.Where(i => i.Code is not "bpmn.no-default").Select(i => (i.Code, i.Severity, i.ElementId, i.Message))];
}
