using Platform.Kernel.Execution;
using Platform.Kernel.Model;
using Platform.KernelTesting;

namespace Platform.Kernel.Tests.Execution;

public sealed class ScopeTests
{
    [Fact]
    public void Sub_process_completes_when_its_last_token_ends()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().Sub("sub", s => s.Start("s").Parallel("fork").User("a").End("e1").From("fork").User("b").End("e2"))
            .User("after").End());

        run.Complete("a").Tasks.ShouldBe("b");
        run.Complete("b").Tasks.ShouldBe("after");
    }

    [Fact]
    public void Boundary_on_a_sub_process_ends_all_that_runs_inside()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().Sub("sub", s => s.Start("s").Sub("inner", i => i.Start("is").User("a").End("ie")).End("e1"))
            .User("after").End()
            .Boundary("late", "sub", On.After("PT1H")).User("handled").End("e2"));

        run.Advance("PT1H").Tasks.ShouldBe("handled");
        run.State.Scopes.ShouldHaveSingleItem();
    }

    [Fact]
    public void Interrupting_event_sub_process_ends_its_level_and_disarms_its_siblings()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().User("a").End()
            .Sub("esp1", s => s.Start("s1", On.Message("stop")).User("b").End("e1"), SubProcessKind.Event)
            .Sub("esp2", s => s.Start("s2", On.Signal("other")).User("c").End("e2"), SubProcessKind.Event));

        run.Message("stop").Tasks.ShouldBe("b");
        run.State.Subscriptions.ShouldBeEmpty();
        run.Complete("b").IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Non_interrupting_event_sub_process_runs_beside_its_level_as_often_as_it_is_triggered()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().User("a").End()
            .Sub("esp", s => s.Start("s1", On.Message("ask"), interrupting: false).User("b").End("e1"), SubProcessKind.Event));

        run.Message("ask").Message("ask").Tasks.ShouldBe("a b b");
        run.Complete("a").IsCompleted.ShouldBeFalse();
        run.Complete("b").Complete("b").IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Error_goes_to_the_nearest_catcher_with_its_code()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().Sub("outer", o => o.Start("os")
                .Sub("inner", i => i.Start("is").User("a").End("fail", On.Error("E1")))
                .User("not-here").End("oe")
                .Boundary("wrong", "inner", On.Error("E2")).User("wrong-task").End("we"))
            .User("nor-here").End()
            .Boundary("right", "outer", On.Error("E1")).User("caught").End("ce"));

        run.Complete("a").Tasks.ShouldBe("caught");
    }

    [Fact]
    public void Error_code_is_preferred_to_catch_all()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().Sub("sub", s => s.Start("s").User("a").End("fail", On.Error("E1"))).End()
            .Boundary("any", "sub", On.Error()).User("any-task").End("e1")
            .Boundary("exact", "sub", On.Error("E1")).User("exact-task").End("e2"));

        run.Complete("a").Tasks.ShouldBe("exact-task");
    }

    [Fact]
    public void Error_event_sub_process_catches_before_the_border()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().Sub("sub", s => s.Start("s").User("a").End("fail", On.Error("E1"))
                .Sub("esp", e => e.Start("es", On.Error("E1")).User("repair").End("ee"), SubProcessKind.Event))
            .User("after").End()
            .Boundary("b", "sub", On.Error("E1")).User("wrong").End("e2"));

        run.Complete("a").Tasks.ShouldBe("repair");
        run.Complete("repair").Tasks.ShouldBe("after");
    }

    [Fact]
    public void Error_that_nothing_catches_ends_the_instance_with_its_code()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().Parallel("fork").User("a").End("fail", On.Error("E9")).From("fork").User("b").End("e"));

        run.Complete("a");

        run.State.Status.ShouldBe(InstanceStatus.Terminated);
        run.Facts[^1].ShouldBeOfType<ProcessEvent.InstanceTerminated>().ErrorCode.ShouldBe("E9");
    }

    [Fact]
    public void Work_that_throws_is_caught_at_its_border_or_becomes_an_incident()
    {
        var builder = new ProcessBuilder()
            .Start().Service("work").End()
            .Boundary("b", "work", On.Error("E1")).User("repair").End("e2");

        var caught = ProcessRun.Of(builder);
        caught.Do(new Trigger.ThrowError { TokenId = caught.Token("work", TokenStatus.Work).Id, ErrorCode = "E1" });
        caught.Tasks.ShouldBe("repair");

        var stuck = ProcessRun.Of(builder);
        stuck.Do(new Trigger.ThrowError { TokenId = stuck.Token("work", TokenStatus.Work).Id, ErrorCode = "E2" });
        stuck.Incidents.ShouldBe("bpmn.error-uncaught");
    }

    [Fact]
    public void Failed_work_is_an_incident_and_a_retry_orders_it_again()
    {
        var run = ProcessRun.Of(new ProcessBuilder().Start().Service("work").User("a").End());
        long token = run.Token("work", TokenStatus.Work).Id;

        run.Do(new Trigger.FailWork { TokenId = token, Problem = new Problem("test.down", "外部系统不可用。") });
        run.Incidents.ShouldBe("test.down");
        run.Do(new Trigger.RetryToken { TokenId = token });

        run.Incidents.ShouldBe("");
        run.Finish("work").Tasks.ShouldBe("a");
    }

    [Fact]
    public void A_task_that_gets_stuck_is_withdrawn_and_created_again_by_the_retry()
    {
        var graph = ProcessRun.Compile(new ProcessBuilder().Start().User("a").End());
        var world = new World { Now = ProcessRun.Morning };
        var state = Interpreter.Run(graph, null, new Trigger.StartProcess(), world).State;
        long token = state.Tokens[0].Id;

        var failed = Interpreter.Run(graph, state, new Trigger.FailWork { TokenId = token, Problem = new Problem("org.no-assignee", "没有可以办理的人。") }, world);
        var retried = Interpreter.Run(graph, failed.State, new Trigger.RetryToken { TokenId = token }, world);

        failed.Effects.ShouldBe([new Effect.CancelTask(token), new Effect.RaiseIncident(token, "a", new Problem("org.no-assignee", "没有可以办理的人。"))]);
        retried.Effects.Select(e => e.GetType()).ShouldBe([typeof(Effect.ClearIncident), typeof(Effect.CreateTask)]);
    }

    [Fact]
    public void Non_interrupting_escalation_starts_beside_and_the_thrower_goes_on()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().Sub("sub", s => s.Start("s").Throw("up", On.Escalation("L2")).User("a").End("e"))
            .End()
            .Boundary("b", "sub", On.Escalation("L2"), interrupting: false).User("told").End("e2"));

        run.Tasks.ShouldBe("a told");
    }

    [Fact]
    public void Escalation_that_nothing_catches_changes_nothing()
    {
        var run = ProcessRun.Of(new ProcessBuilder().Start().Throw("up", On.Escalation("L2")).User("a").End());

        run.Tasks.ShouldBe("a");
    }

    [Fact]
    public void Work_can_escalate_and_go_on()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().User("a").End()
            .Boundary("b", "a", On.Escalation("L3"), interrupting: false).User("told").End("e2"));

        run.Do(new Trigger.ThrowEscalation { TokenId = run.Token("a", TokenStatus.Task).Id, Code = "L3" });

        run.Tasks.ShouldBe("a told");
    }

    [Fact]
    public void Cancelling_an_instance_ends_all_its_work()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().Parallel("fork").User("a").End("e1").From("fork").Catch("w", On.After("P1D")).End("e2"));

        run.Do(new Trigger.CancelInstance { Reason = "重复登记" });

        run.State.Status.ShouldBe(InstanceStatus.Cancelled);
        run.Refused(new Trigger.SetVariables()).ShouldBe("instance.ended");
    }
}
