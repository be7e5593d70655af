using Platform.Kernel.Execution;
using Platform.Kernel.Model;
using Platform.KernelTesting;

namespace Platform.Kernel.Tests.Execution;

public sealed class CompensationTests
{
    [Fact]
    public void Compensation_undoes_what_completed_and_then_goes_on()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().User("a").User("b").Throw("undo", On.Compensate()).User("after").End()
            .Undo("a", "undo-a").Undo("b", "undo-b"));

        run.Complete("a").Complete("b").Tasks.ShouldBe("undo-a undo-b");
        run.Complete("undo-b").Tasks.ShouldBe("undo-a");
        run.Complete("undo-a").Tasks.ShouldBe("after");
    }

    [Fact]
    public void What_has_not_completed_is_not_compensated()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().Parallel("fork").User("a").Throw("undo", On.Compensate()).User("after").End("e1")
            .From("fork").User("b").End("e2")
            .Undo("b", "undo-b"));

        run.Complete("a").Tasks.ShouldBe("after b");
    }

    [Fact]
    public void A_completed_sub_process_is_undone_with_the_variables_it_had()
    {
        var run = ProcessRun.Of(
            new ProcessBuilder().Start()
                .Sub("sub", s => s.Start("s").User("a").End("e").Undo("a", "undo-a")).Multi(collection: "units", item: "unit", sequential: true)
                .Throw("undo", On.Compensate("sub")).User("after").End(),
            ("units", new object[] { "甲", "乙" }));

        run.Complete("a").Complete("a").Tasks.ShouldBe("undo-a undo-a");
        run.State.VariablesAt(run.Token("undo-a", TokenStatus.Task).Id).TryGet("unit", out var unit).ShouldBeTrue();
        unit!.ToString().ShouldBe("\"甲\"");
        run.Complete("undo-a").Complete("undo-a").Tasks.ShouldBe("after");
        run.State.Scopes.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_cancelled_transaction_is_undone_and_left_by_its_cancel_event()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().Sub("tx", s => s.Start("s").Parallel("fork").User("pay").User("doubt").End("cancel", On.Cancel)
                .From("fork").User("other").End("e")
                .Undo("pay", "refund"), SubProcessKind.Transaction)
            .User("after").End()
            .Boundary("cancelled", "tx", On.Cancel).User("tell").End("e2"));

        run.Complete("pay").Complete("doubt").Tasks.ShouldBe("refund");
        run.Complete("refund").Tasks.ShouldBe("tell");
    }

    [Fact]
    public void Interrupting_the_thrower_ends_the_handlers_too()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().Sub("sub", s => s.Start("s").User("a").Throw("undo", On.Compensate()).End("e").Undo("a", "undo-a"))
            .End()
            .Boundary("late", "sub", On.After("PT1H")).User("handled").End("e2"));

        run.Complete("a").Tasks.ShouldBe("undo-a");
        run.Advance("PT1H").Tasks.ShouldBe("handled");
    }
}
