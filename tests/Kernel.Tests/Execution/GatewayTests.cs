using Platform.Kernel.Execution;
using Platform.KernelTesting;

namespace Platform.Kernel.Tests.Execution;

public sealed class GatewayTests
{
    private static ProcessBuilder ForkJoin() => new ProcessBuilder()
        .Start().Parallel("fork").User("a").Parallel("join").User("after").End()
        .From("fork").User("b").To("join")
        .From("fork").User("c").To("join");

    [Fact]
    public void Parallel_join_waits_for_every_branch()
    {
        var run = ProcessRun.Of(ForkJoin());

        run.Tasks.ShouldBe("a b c");
        run.Complete("c").Complete("a");

        run.Tasks.ShouldBe("b");
        run.Complete("b").Tasks.ShouldBe("after");
    }

    [Fact]
    public void Parallel_join_does_not_take_a_second_token_of_one_flow_for_a_missing_one()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().Parallel("fork").User("a").Exclusive("merge").Parallel("join").End()
            .From("fork").User("b").To("merge")
            .From("fork").User("c").To("join"));

        run.Complete("a").Complete("b");

        run.IsCompleted.ShouldBeFalse();
        run.Facts.OfType<ProcessEvent.JoinFired>().ShouldBeEmpty();
        run.Complete("c").Facts.OfType<ProcessEvent.JoinFired>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Exclusive_gateway_takes_the_first_flow_that_holds()
    {
        var builder = new ProcessBuilder()
            .Start().Exclusive("x")
            .From("x", "n > 10").User("large").End("e1")
            .From("x", "n > 5").User("middle").End("e2")
            .From("x", otherwise: true).User("small").End("e3");

        ProcessRun.Of(builder, ("n", 20)).Tasks.ShouldBe("large");
        ProcessRun.Of(builder, ("n", 7)).Tasks.ShouldBe("middle");
        ProcessRun.Of(builder, ("n", 1)).Tasks.ShouldBe("small");
    }

    [Fact]
    public void A_condition_without_answer_is_an_incident_and_can_be_retried()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().User("a").Exclusive("x")
            .From("x", "amount > 5").User("b").End("e1")
            .From("x", otherwise: true).User("c").End("e2"));

        run.Complete("a");

        run.Incidents.ShouldBe("bpmn.condition-not-boolean");
        run.Set(("amount", 9)).Do(new Trigger.RetryToken { TokenId = run.Token("x", TokenStatus.Incident).Id });
        run.Tasks.ShouldBe("b");
        run.Incidents.ShouldBe("");
    }

    [Fact]
    public void No_flow_that_holds_is_an_incident()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().User("a").Exclusive("x")
            .From("x", "false").User("b").End());

        run.Complete("a").Incidents.ShouldBe("bpmn.no-flow");
    }

    [Fact]
    public void Conditional_flows_out_of_a_task_fork_without_a_gateway()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().User("a")
            .From("a", "x > 0").User("b").End("e1")
            .From("a", "x > 1").User("c").End("e2")
            .From("a", otherwise: true).User("d").End("e3"));

        run.Complete("a", ("x", 2));

        run.Tasks.ShouldBe("b c");
    }

    [Fact]
    public void Leaving_that_got_stuck_is_retried_without_doing_the_work_again()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().User("a")
            .From("a", "ready").User("b").End("e1")
            .From("a", "not(ready)").User("c").End("e2"));

        run.Complete("a");
        run.Incidents.ShouldBe("bpmn.condition-not-boolean");
        run.Set(("ready", true)).Do(new Trigger.RetryToken { TokenId = run.Token("a", TokenStatus.LeaveIncident).Id });

        run.Tasks.ShouldBe("b");
    }

    [Fact]
    public void Inclusive_join_waits_only_for_branches_that_were_taken()
    {
        var builder = new ProcessBuilder()
            .Start().Inclusive("split")
            .From("split", "a").User("ta").Inclusive("join").User("after").End()
            .From("split", "b").User("tb").To("join")
            .From("split", "c").User("tc").To("join");

        var run = ProcessRun.Of(builder, ("a", true), ("b", false), ("c", true));
        run.Tasks.ShouldBe("ta tc");
        run.Complete("ta").Tasks.ShouldBe("tc");
        run.Complete("tc").Tasks.ShouldBe("after");
    }

    [Fact]
    public void Inclusive_join_waits_for_a_token_that_can_still_loop_back_to_it()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().Parallel("fork").User("a").Inclusive("join").User("after").End()
            .From("fork").User("b").Exclusive("x")
            .From("x", "again").To("b")
            .From("x", otherwise: true).To("join"));

        run.Complete("a").Complete("b", ("again", true));
        run.Tasks.ShouldBe("b");

        run.Complete("b", ("again", false)).Tasks.ShouldBe("after");
        run.Facts.OfType<ProcessEvent.JoinFired>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Inclusive_join_goes_on_when_the_branch_it_waited_for_is_cut_short()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().Parallel("fork").User("a").Inclusive("join").User("after").End()
            .From("fork").User("b").To("join")
            .Boundary("late", "b", On.After("PT1H")).End("gone"));

        run.Complete("a").Tasks.ShouldBe("b");
        run.Advance("PT1H");

        run.Tasks.ShouldBe("after");
    }

    [Fact]
    public void Event_gateway_goes_on_with_the_first_event_and_drops_the_others()
    {
        var builder = new ProcessBuilder()
            .Start().EventGateway("race")
            .From("race").Catch("reply", On.Message("reply")).User("answered").End("e1")
            .From("race").Catch("late", On.After("P1D")).User("urged").End("e2");

        var answered = ProcessRun.Of(builder).Message("reply");
        answered.Tasks.ShouldBe("answered");
        answered.State.Timers.ShouldBeEmpty();

        var late = ProcessRun.Of(builder).Advance("P1D");
        late.Tasks.ShouldBe("urged");
        late.State.Subscriptions.ShouldBeEmpty();
    }

    [Fact]
    public void A_loop_without_a_wait_is_stopped()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().User("a").Exclusive("x").Script("s", "1", "one").To("x"));

        run.Complete("a").Incidents.ShouldBe("bpmn.endless-loop");
    }

    [Fact]
    public void A_start_that_gets_stuck_at_once_is_refused()
    {
        var graph = ProcessRun.Compile(new ProcessBuilder().Start().Exclusive("x").From("x", "false").User("a").End());
        var host = new KernelHost(ProcessRun.Morning);
        host.Deploy(graph);

        var started = host.Start("p", new Trigger.StartProcess());

        started.Problem!.Code.ShouldBe("bpmn.no-flow");
        host.Instances.ShouldBeEmpty();
    }
}
