using Platform.Decisions.Feel;
using Platform.Kernel.Execution;
using Platform.Kernel.Model;
using Platform.KernelTesting;

namespace Platform.Kernel.Tests.Execution;

public sealed class TaskTests
{
    [Fact]
    public void User_task_waits_and_goes_on_when_completed()
    {
        var run = ProcessRun.Of(new ProcessBuilder().Start().User("a", "b").End());

        run.Tasks.ShouldBe("a");
        run.Complete("a");

        run.Tasks.ShouldBe("b");
        run.Complete("b").IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Every_activation_is_a_new_token_so_an_old_one_cannot_be_completed_again()
    {
        var run = ProcessRun.Of(new ProcessBuilder().Start().User("a", "b").End());
        long first = run.Token("a", TokenStatus.Task).Id;

        run.Complete("a");

        run.Refused(new Trigger.ResumeToken { TokenId = first }).ShouldBe("token.gone");
    }

    [Fact]
    public void Service_task_orders_its_activity_and_takes_its_results()
    {
        var run = ProcessRun.Of(new ProcessBuilder().Start().Service("work").User("after").End());

        run.Instance.OpenWork.ShouldHaveSingleItem();
        run.Finish("work", ("answer", 42));

        run.Variable("answer").ShouldBe("42");
        run.Tasks.ShouldBe("after");
    }

    [Fact]
    public void Results_named_by_an_output_take_the_variable_name_and_others_keep_theirs()
    {
        var task = new ServiceTask
        {
            Id = "work",
            Extensions = ProcessBuilder.Gov(("activity", "test.Work")) with
            {
                Elements = [ProcessBuilder.GovElement("output", ("name", "number"), ("target", "caseNumber"))],
            },
        };
        var run = ProcessRun.Of(new ProcessBuilder().Start().Node(task).User("after").End());

        run.Finish("work", ("number", "QY-1"), ("note", "ok"));

        run.Variable("caseNumber").ShouldBe("\"QY-1\"");
        run.Variable("number").ShouldBeNull();
        run.Variable("note").ShouldBe("\"ok\"");
    }

    [Fact]
    public void Outcome_of_a_task_decides_at_the_gateway_behind_it()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().User("review").Exclusive("x")
            .From("x", "outcome = \"agree\"").User("go").End("e1")
            .From("x", otherwise: true).User("back").End("e2"));

        run.Decide("review", "agree");

        run.Tasks.ShouldBe("go");
    }

    [Fact]
    public void Script_task_sets_its_result_variable()
    {
        var run = ProcessRun.Of(new ProcessBuilder().Start().Script("s", "n * 2", "m").User("a").End(), ("n", 21));

        run.Variable("m").ShouldBe("42");
    }

    [Fact]
    public void Script_task_without_result_variable_sets_the_entries_of_its_context()
    {
        var run = ProcessRun.Of(new ProcessBuilder().Start().Script("s", "{a: 1, b: a + 1}").User("t").End());

        run.Variable("a").ShouldBe("1");
        run.Variable("b").ShouldBe("2");
    }

    [Fact]
    public void Script_sees_the_time_of_the_step_and_no_other()
    {
        var run = ProcessRun.Of(new ProcessBuilder().Start().Script("s", "now()", "t").User("a").End());

        run.State.Variable("t").ShouldBe(FeelValue.Of(ProcessRun.Morning));
    }

    [Fact]
    public void Today_is_the_local_day_also_when_the_clock_shows_utc()
    {
        var graph = ProcessRun.Compile(new ProcessBuilder().Start().Script("s", "today()", "day").User("a").End());
        var world = new World { Now = new DateTimeOffset(2026, 1, 4, 17, 0, 0, TimeSpan.Zero), LocalOffset = TimeSpan.FromHours(8) };

        var step = Interpreter.Run(graph, null, new Trigger.StartProcess(), world);

        step.State.Variable("day").ShouldBe(FeelValue.Of(new DateOnly(2026, 1, 5)));
    }

    [Fact]
    public void Manual_and_abstract_tasks_are_passed()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().Node(new ManualTask { Id = "m" }).Node(new AbstractTask { Id = "t" }).User("a").End());

        run.Tasks.ShouldBe("a");
    }

    [Fact]
    public void Receive_task_waits_for_its_message()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().Receive("r", "reply").User("a").End());

        run.Waits.ShouldBe("r");
        run.Message("reply", ("text", "yes"));

        run.Variable("text").ShouldBe("\"yes\"");
        run.Tasks.ShouldBe("a");
        run.State.Subscriptions.ShouldBeEmpty();
    }

    [Fact]
    public void Send_task_sends_its_message_and_goes_on()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().Send("s", "hello").User("a").End());

        run.Facts.OfType<ProcessEvent.MessageSent>().ShouldHaveSingleItem().Name.ShouldBe("hello");
        run.Tasks.ShouldBe("a");
    }

    [Fact]
    public void Rounds_count_how_often_a_task_was_activated()
    {
        var run = ProcessRun.Of(new ProcessBuilder()
            .Start().User("a").Exclusive("x")
            .From("x", "again").To("a")
            .From("x", otherwise: true).End());

        run.Complete("a", ("again", true)).Complete("a", ("again", true));

        run.Token("a", TokenStatus.Task).Round.ShouldBe(3);
    }
}
