using Platform.Kernel.Execution;
using Platform.Kernel.Graph;
using Platform.KernelTesting;

namespace Platform.Kernel.Tests.Execution;

public sealed class EventTests
{
    [Fact]
    public void Timer_catch_waits_for_its_time()
    {
        var run = ProcessRun.Of(new ProcessBuilder().Start().Catch("wait", On.After("PT2H")).User("a").End());

        run.Advance("PT1H").Waits.ShouldBe("wait");
        run.Advance("PT1H").Tasks.ShouldBe("a");
    }

    [Theory]
    [InlineData("duration(\"PT\" + string(hours) + \"H\")")]
    [InlineData("\"PT3H\"")]
    public void Timer_takes_its_duration_from_an_expression(string feel)
    {
        var run = ProcessRun.Of(new ProcessBuilder().Start().Catch("wait", On.After(feel)).User("a").End(), ("hours", 3));

        run.State.Timers.ShouldHaveSingleItem().Due.ShouldBe(ProcessRun.Morning.AddHours(3));
    }

    [Fact]
    public void Timer_date_may_be_a_variable()
    {
        var run = ProcessRun.Of(
            new ProcessBuilder().Start().Catch("wait", On.At("due")).User("a").End(), ("due", "2026-01-06T09:00:00"));

        run.State.Timers.ShouldHaveSingleItem().Due.ShouldBe(ProcessRun.Morning.AddHours(25));
    }

    [Fact]
    public void Timer_without_a_time_is_an_incident()
    {
        var run = ProcessRun.Of(new ProcessBuilder().Start().User("a").Catch("wait", On.At("due")).End(), ("due", "soon"));

        run.Complete("a").Incidents.ShouldBe("bpmn.bad-timer");
    }

    [Fact]
    public void Interrupting_boundary_timer_ends_the_task()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().User("a").End()
            .Boundary("late", "a", On.After("P2D")).User("urge").End("e2"));

        run.Advance("P2D").Tasks.ShouldBe("urge");
        run.State.Timers.ShouldBeEmpty();
    }

    [Fact]
    public void Boundary_timer_is_void_when_the_task_is_done()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().User("a").User("b").End()
            .Boundary("late", "a", On.After("P2D")).User("urge").End("e2"));

        run.Complete("a").State.Timers.ShouldBeEmpty();
    }

    [Fact]
    public void Non_interrupting_boundary_cycle_fires_as_often_as_it_says()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().User("a").End()
            .Boundary("urge", "a", On.Every("R2/PT1H"), interrupting: false).User("urged").End("e2"));

        run.Advance("PT5H").Tasks.ShouldBe("a urged urged");
        run.State.Timers.ShouldBeEmpty();
    }

    [Fact]
    public void Cron_cycle_fires_at_its_times()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().User("a").End()
            .Boundary("daily", "a", On.Every("0 30 9 * * ?"), interrupting: false).User("report").End("e2"));

        run.Advance("P3D").Tasks.ShouldBe("a report report report");
        run.State.Timers.ShouldHaveSingleItem().Due.ShouldBe(new DateTimeOffset(2026, 1, 8, 9, 30, 0, TimeSpan.FromHours(8)));
    }

    [Fact]
    public void Message_carries_its_variables_and_closes_the_wait()
    {
        var run = ProcessRun.Of(new ProcessBuilder().Start().Catch("wait", On.Message("m")).User("a").End());

        run.Message("m", ("x", 1));

        run.Variable("x").ShouldBe("1");
        run.State.Subscriptions.ShouldBeEmpty();
    }

    [Fact]
    public void A_signal_reaches_everything_that_waits_for_it()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().Parallel("fork").Catch("w1", On.Signal("s")).User("a").End("e1")
            .From("fork").Catch("w2", On.Signal("s")).User("b").End("e2")
            .From("fork").User("c").Throw("shout", On.Signal("s")).User("d").End("e3"));

        run.Complete("c").Tasks.ShouldBe("a b d");
    }

    [Fact]
    public void Conditional_event_fires_when_a_variable_makes_it_true()
    {
        var run = ProcessRun.Of(new ProcessBuilder().Start().Catch("wait", On.Condition("n > 3")).User("a").End(), ("n", 1));

        run.Set(("n", 2)).Waits.ShouldBe("wait");
        run.Set(("n", 4)).Tasks.ShouldBe("a");
    }

    [Fact]
    public void Non_interrupting_condition_fires_again_only_after_it_was_false()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().User("a").End()
            .Boundary("high", "a", On.Condition("n > 3"), interrupting: false).User("warn").End("e2"));

        run.Set(("n", 5)).Set(("n", 6)).Tasks.ShouldBe("a warn");
        run.Set(("n", 1)).Set(("n", 9)).Tasks.ShouldBe("a warn warn");
    }

    [Fact]
    public void Link_goes_on_at_its_target()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().Throw("out", On.Link("L"))
            .Apart().Catch("in", On.Link("L")).User("a").End());

        run.Tasks.ShouldBe("a");
    }

    [Fact]
    public void Terminate_ends_everything_at_once()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().Parallel("fork").User("a").End("all", On.Terminate)
            .From("fork").User("b").End("e2"));

        run.Complete("a").IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Terminate_inside_a_sub_process_ends_only_the_sub_process()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().Sub("sub", s => s.Start("s").Parallel("fork").User("a").End("all", On.Terminate).From("fork").User("b").End("e2"))
            .User("after").End());

        run.Complete("a").Tasks.ShouldBe("after");
    }

    [Fact]
    public void Message_starts_the_process_at_its_start_event()
    {
        var graph = ProcessRun.Compile(new ProcessBuilder()
            .Start("s1", On.Message("one")).User("a").End("e1")
            .Start("s2", On.Message("two")).User("b").End("e2"));
        var host = new KernelHost(ProcessRun.Morning);
        host.Deploy(graph);

        var started = host.StartBy(EventKind.Message, "two", ProcessRun.Values());

        started.ShouldHaveSingleItem().OpenTasks.ShouldHaveSingleItem();
        started[0].ElementOf(started[0].OpenTasks.First()).ShouldBe("b");
        host.Start("p", new Trigger.StartProcess()).Problem!.Code.ShouldBe("start.no-none-start");
    }

    [Fact]
    public void Timer_start_event_starts_an_instance_each_time()
    {
        var graph = ProcessRun.Compile(new ProcessBuilder().Start("s", On.Every("R3/PT1H")).User("a").End());
        var host = new KernelHost(ProcessRun.Morning);
        host.Deploy(graph);

        host.Advance(new IsoDuration(0, TimeSpan.FromHours(10)));

        host.Instances.Count.ShouldBe(3);
        host.PendingStartTimers.ShouldBe(0);
    }
}
