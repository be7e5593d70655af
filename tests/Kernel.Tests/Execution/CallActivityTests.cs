using Platform.Kernel.Execution;
using Platform.KernelTesting;

namespace Platform.Kernel.Tests.Execution;

public sealed class CallActivityTests
{
    private static ProcessRun Called(ProcessBuilder parent, ProcessBuilder child, params ReadOnlySpan<(string Name, object? Value)> variables)
    {
        var host = new KernelHost(ProcessRun.Morning);
        host.Deploy(ProcessRun.Compile(child));
        return ProcessRun.Of(ProcessRun.Compile(parent), host, variables);
    }

    [Fact]
    public void Call_maps_variables_in_and_out_and_goes_on_when_the_child_ends()
    {
        var run = Called(
            new ProcessBuilder().Start().Call(
                "call",
                "child",
                ProcessBuilder.GovElement("in", ("source", "n + 1"), ("target", "given")),
                ProcessBuilder.GovElement("out", ("source", "result"), ("target", "answer"))).User("after").End(),
            new ProcessBuilder("child").Start("cs").Script("s", "given * 10", "result").User("c").End("ce"),
            ("n", 1), ("secret", "x"));
        var child = run.Host.Instances[1];

        child.State!.Variable("secret").ShouldBeNull();
        run.Host.Send(child, new Trigger.ResumeToken { TokenId = child.OpenTasks.Single().Id });

        run.Variable("answer").ShouldBe("20");
        run.Variable("result").ShouldBeNull();
        run.Tasks.ShouldBe("after");
    }

    [Fact]
    public void Error_that_ends_the_child_is_caught_at_the_call()
    {
        var run = Called(
            new ProcessBuilder().Start().Call("call", "child").End().Boundary("b", "call", On.Error("E1")).User("repair").End("e2"),
            new ProcessBuilder("child").Start("cs").End("ce", On.Error("E1")));

        run.Tasks.ShouldBe("repair");
    }

    [Fact]
    public void A_child_or_work_that_threw_is_over_and_is_not_cancelled()
    {
        var graph = ProcessRun.Compile(new ProcessBuilder()
            .Start().Call("call", "child").End().Boundary("b", "call", On.Error()).Service("work").End("e2")
            .Boundary("b2", "work", On.Error()).User("repair").End("e3"));
        var world = new World { Now = ProcessRun.Morning };
        var called = Interpreter.Run(graph, null, new Trigger.StartProcess(), world).State;

        var caught = Interpreter.Run(
            graph, called, new Trigger.ChildEnded { TokenId = called.Tokens[0].Id, Status = InstanceStatus.Terminated, ErrorCode = "E1" }, world);
        var again = Interpreter.Run(
            graph, caught.State, new Trigger.ThrowError { TokenId = caught.State.Tokens[0].Id, ErrorCode = "E2" }, world);

        caught.Effects.ShouldHaveSingleItem().ShouldBeOfType<Effect.RunActivity>();
        again.Effects.ShouldHaveSingleItem().ShouldBeOfType<Effect.CreateTask>();
    }

    [Fact]
    public void Error_of_the_child_that_nothing_catches_is_an_incident_and_a_retry_calls_again()
    {
        var run = Called(
            new ProcessBuilder().Start().User("a").Call("call", "child").User("after").End(),
            new ProcessBuilder("child").Start("cs").Exclusive("x").From("x", "false").End("ok").From("x", otherwise: true).End("bad", On.Error("E1")));

        run.Complete("a").Incidents.ShouldBe("bpmn.error-uncaught");
        run.Do(new Trigger.RetryToken { TokenId = run.Token("call", TokenStatus.Incident).Id });

        run.Host.Instances.Count.ShouldBe(3);
    }

    [Fact]
    public void Escalation_of_the_child_reaches_the_call()
    {
        var run = Called(
            new ProcessBuilder().Start().Call("call", "child").End()
                .Boundary("b", "call", On.Escalation("L2"), interrupting: false).User("told").End("e2"),
            new ProcessBuilder("child").Start("cs").Throw("up", On.Escalation("L2")).User("c").End("ce"));

        run.Tasks.ShouldBe("told");
        run.Host.Instances[1].IsRunning.ShouldBeTrue();
    }

    [Fact]
    public void Interrupting_the_call_ends_the_child()
    {
        var run = Called(
            new ProcessBuilder().Start().Call("call", "child").End().Boundary("late", "call", On.After("PT1H")).User("late-task").End("e2"),
            new ProcessBuilder("child").Start("cs").User("c").End("ce"));

        run.Advance("PT1H").Tasks.ShouldBe("late-task");
        run.Host.Instances[1].State!.Status.ShouldBe(InstanceStatus.Terminated);
    }

    [Fact]
    public void A_child_that_was_cancelled_by_hand_is_an_incident_at_the_call()
    {
        var run = Called(
            new ProcessBuilder().Start().Call("call", "child").User("after").End(),
            new ProcessBuilder("child").Start("cs").User("c").End("ce"));

        run.Host.Send(run.Host.Instances[1], new Trigger.CancelInstance { Reason = "误操作" });

        run.Incidents.ShouldBe("bpmn.child-not-completed");
        run.Tasks.ShouldBe("");
    }

    [Fact]
    public void A_process_that_does_not_exist_is_an_incident()
    {
        var run = ProcessRun.Of(new ProcessBuilder().Start().User("a").Call("call", "nobody").End());

        run.Complete("a").Incidents.ShouldBe("definition.not-found");
    }
}
