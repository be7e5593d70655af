using Platform.Kernel.Execution;
using Platform.KernelTesting;

namespace Platform.Kernel.Tests.Execution;

public sealed class LoopTests
{
    [Fact]
    public void Parallel_instances_each_see_their_item_and_collect_their_result_in_order()
    {
        var run = ProcessRun.Of(
            new ProcessBuilder().Start().User("vote")
                .Multi(collection: "people", item: "person", into: "votes", outputItem: "person + \":\" + answer")
                .User("after").End(),
            ("people", new object[] { "甲", "乙", "丙" }));

        run.Tasks.ShouldBe("vote vote vote");
        var second = run.State.Tokens.Where(t => t.Status == TokenStatus.Task).ElementAt(1);
        run.Do(new Trigger.ResumeToken { TokenId = second.Id, Variables = ProcessRun.Values(("answer", "否")) });
        run.Complete("vote", ("answer", "是")).Complete("vote", ("answer", "是"));

        run.Variable("votes").ShouldBe("[\"甲:是\", \"乙:否\", \"丙:是\"]");
        run.Variable("person").ShouldBeNull();
        run.Tasks.ShouldBe("after");
    }

    [Fact]
    public void Sequential_instances_run_one_after_the_other_over_the_list_as_it_was()
    {
        var run = ProcessRun.Of(
            new ProcessBuilder().Start().User("sign").Multi(collection: "people", item: "person", sequential: true).End(),
            ("people", new object[] { "甲", "乙" }));

        run.Set(("people", Array.Empty<object>()));
        run.Tasks.ShouldBe("sign");
        run.Complete("sign").Tasks.ShouldBe("sign");
        run.State.VariablesAt(run.Token("sign", TokenStatus.Task).Id).TryGet("person", out var person).ShouldBeTrue();
        person!.ToString().ShouldBe("\"乙\"");

        run.Complete("sign").IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Completion_condition_ends_the_rest()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().User("vote").Multi("5", until: "nrOfCompletedInstances / nrOfInstances >= 0.6").User("after").End());

        run.Complete("vote").Complete("vote").Tasks.ShouldBe("vote vote vote");
        run.Complete("vote").Tasks.ShouldBe("after");
    }

    [Theory]
    [InlineData("any", 1)]
    [InlineData("ratio:0.5", 2)]
    [InlineData("first:3", 3)]
    [InlineData("all", 4)]
    public void A_rule_ends_the_group_when_enough_have_acted(string rule, int needed)
    {
        var run = ProcessRun.Of(new ProcessBuilder().Start().User("vote").Multi("4").Change(a => a with
        {
            Loop = a.Loop! with { Extensions = ProcessBuilder.Gov(("rule", rule)) },
        }).User("after").End());

        for (int i = 1; i < needed; i++)
        {
            run.Complete("vote").Tasks.ShouldContain("vote");
        }

        run.Complete("vote").Tasks.ShouldBe("after");
    }

    [Fact]
    public void An_empty_list_is_passed()
    {
        var run = ProcessRun.Of(
            new ProcessBuilder().Start().User("vote").Multi(collection: "people").User("after").End(),
            ("people", Array.Empty<object>()));

        run.Tasks.ShouldBe("after");
    }

    [Fact]
    public void Something_that_is_no_list_is_an_incident_that_can_be_mended()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().User("a").User("vote").Multi(collection: "people").End()
            .Boundary("late", "vote", On.After("P1D")).End("e2"));

        run.Complete("a").Incidents.ShouldBe("bpmn.bad-collection");
        run.Set(("people", new object[] { "甲" })).Do(new Trigger.RetryToken { TokenId = run.Token("vote", TokenStatus.Incident).Id });

        run.Tasks.ShouldBe("vote");
        run.State.Timers.ShouldHaveSingleItem();
    }

    [Fact]
    public void Border_of_a_multiplied_task_belongs_to_all_instances()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().User("vote").Multi("3").End()
            .Boundary("late", "vote", On.After("P1D")).User("handled").End("e2"));

        run.State.Timers.ShouldHaveSingleItem();
        run.Advance("P1D").Tasks.ShouldBe("handled");
    }

    [Fact]
    public void Sub_process_can_be_multiplied_and_its_instances_do_not_share_variables()
    {
        var run = ProcessRun.Of(
            new ProcessBuilder().Start()
                .Sub("sub", s => s.Start("s").User("a").User("b").End("e")).Multi(collection: "units", item: "unit")
                .User("after").End(),
            ("units", new object[] { "住建局", "城管局" }));

        run.Complete("a").Tasks.ShouldBe("a b");
        run.State.VariablesAt(run.Token("a", TokenStatus.Task).Id).TryGet("unit", out var unit);
        unit!.ToString().ShouldBe("\"城管局\"");
        run.Complete("a").Complete("b").Complete("b").Tasks.ShouldBe("after");
    }

    [Fact]
    public void Standard_loop_repeats_while_its_condition_holds()
    {
        var run = ProcessRun.Of(new ProcessBuilder().Start().User("a").Loop("again").User("after").End());

        run.Complete("a", ("again", true)).Tasks.ShouldBe("a");
        run.Complete("a", ("again", false)).Tasks.ShouldBe("after");
    }

    [Fact]
    public void Standard_loop_stops_at_its_maximum_and_may_not_run_at_all()
    {
        var bounded = ProcessRun.Of(new ProcessBuilder().Start().User("a").Loop(maximum: 2).User("after").End());
        bounded.Complete("a").Complete("a").Tasks.ShouldBe("after");

        var skipped = ProcessRun.Of(new ProcessBuilder().Start().User("a").Loop("false", testBefore: true).User("after").End());
        skipped.Tasks.ShouldBe("after");
    }
}
