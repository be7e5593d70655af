using Platform.Kernel.Graph;
using Platform.Kernel.Model;
using Platform.KernelTesting;

namespace Platform.Kernel.Tests.Graph;

public sealed class GraphCompilerTests
{
    [Fact]
    public void A_sound_process_has_no_issues()
    {
        Issues(new ProcessBuilder().Start().User("a").End()).ShouldBeEmpty();
    }

    [Fact]
    public void Nodes_are_numbered_in_document_order_outer_before_inner()
    {
        var graph = ProcessRun.Compile(new ProcessBuilder()
            .Start("s").Sub("sub", i => i.Start("is").User("ia").End("ie")).User("b").End("e"));

        graph.Nodes.Select(n => n.Id).ShouldBe(["s", "sub", "is", "ia", "ie", "b", "e"]);
        graph.Nodes.Select(n => n.Index).ShouldBe(Enumerable.Range(0, 7));
        graph.FindNode("ia")!.Parent.Owner!.Id.ShouldBe("sub");
    }

    [Fact]
    public void A_process_that_is_not_in_the_file_is_an_issue()
    {
        var result = GraphCompiler.Compile(new ProcessBuilder().Start().End().Build(), "other");

        result.Graph.ShouldBeNull();
        result.Issues.ShouldHaveSingleItem().Code.ShouldBe("bpmn.unknown-process");
    }

    [Fact]
    public void An_issue_names_code_element_line_and_a_sentence()
    {
        var task = new UserTask { Id = "a", Name = "审核", Default = "nowhere", Source = new SourceTrace { Line = 12, Column = 5 } };

        var issue = Compile(new ProcessBuilder().Start().Node(task).End()).Issues.ShouldHaveSingleItem();

        issue.Code.ShouldBe("bpmn.unknown-reference");
        issue.Severity.ShouldBe(IssueSeverity.Error);
        issue.ElementId.ShouldBe("a");
        issue.ElementName.ShouldBe("审核");
        issue.Line.ShouldBe(12);
        issue.Message.ShouldContain("审核");
    }

    [Fact]
    public void A_flow_to_nowhere_is_refused() =>
        Errors(new ProcessBuilder().Start().User("a").To("ghost")).ShouldBe(["bpmn.unknown-reference"]);

    [Fact]
    public void An_id_used_twice_is_refused() =>
        Errors(new ProcessBuilder().Start().User("a", "a").End()).ShouldContain("bpmn.duplicate-id");

    [Fact]
    public void A_boundary_event_on_nothing_is_refused() =>
        Errors(new ProcessBuilder().Start().User("a").End().Boundary("b", "ghost", On.After("P1D")).End("e2"))
            .ShouldBe(["bpmn.unknown-reference"]);

    [Fact]
    public void A_flow_across_a_sub_process_border_is_refused() =>
        Errors(new ProcessBuilder().Start().Sub("sub", s => s.Start("s").User("a").End("e")).End().From("sub").To("a"))
            .ShouldContain("bpmn.flow-crosses-level");

    [Theory]
    [InlineData("n >")]
    [InlineData("${n > 3}")]
    public void An_expression_that_is_no_feel_is_refused(string condition)
    {
        var builder = new ProcessBuilder().Start().Exclusive("x").From("x", condition).User("a").End("e1").From("x", otherwise: true).End("e2");

        Errors(builder).ShouldBe(["bpmn.bad-expression"]);
    }

    [Fact]
    public void A_foreign_expression_with_a_feel_replacement_is_accepted()
    {
        var builder = new ProcessBuilder().Start().Exclusive("x").From("x", "${n > 3}").User("a").End("e1").From("x", otherwise: true).End("e2");
        var options = new CompileOptions { ExpressionOverrides = new Dictionary<string, string> { ["${n > 3}"] = "n > 3" } };

        Compile(builder, options).Graph.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("PT5")]
    [InlineData("P1H")]
    [InlineData("")]
    public void A_timer_without_a_time_is_refused(string duration) =>
        Errors(new ProcessBuilder().Start().Catch("w", On.After(duration)).End()).ShouldContain("bpmn.no-timer");

    public static TheoryData<string, FlowNode> Unsupported => new()
    {
        { "复杂网关", new ComplexGateway { Id = "u" } },
        { "自由子流程", new SubProcess { Id = "u", Kind = SubProcessKind.AdHoc } },
        { "事件网关", new EventBasedGateway { Id = "u", Instantiate = true } },
        { "接收任务", new ReceiveTask { Id = "u", Instantiate = true } },
        { "令牌数量", new UserTask { Id = "u", StartQuantity = 2 } },
    };

    [Theory]
    [MemberData(nameof(Unsupported))]
    public void What_cannot_run_is_refused_by_name(string said, FlowNode node)
    {
        var issues = Issues(new ProcessBuilder().Start().Node(node).End());

        issues.ShouldContain(i => i.Code == "bpmn.unsupported-element" && i.ElementId == "u" && i.Message.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void Script_in_another_language_is_refused()
    {
        var script = new ScriptTask { Id = "s", ScriptFormat = "groovy", Script = new Script { Text = "println 1" } };

        Errors(new ProcessBuilder().Start().Node(script).End()).ShouldBe(["bpmn.unsupported-script"]);
    }

    [Fact]
    public void Two_events_in_one_are_refused()
    {
        var both = new IntermediateCatchEvent
        {
            Id = "w",
            EventDefinitions = [On.After("P1D"), On.Condition("true")],
        };

        Errors(new ProcessBuilder().Start().Node(both).End()).ShouldBe(["bpmn.unsupported-element"]);
    }

    [Fact]
    public void After_an_event_gateway_only_waiting_elements_may_stand() =>
        Errors(new ProcessBuilder().Start().EventGateway("g").User("a").End("e1").From("g").Catch("w", On.After("P1D")).End("e2"))
            .ShouldBe(["bpmn.event-gateway-targets"]);

    [Fact]
    public void A_link_needs_exactly_one_target()
    {
        Errors(new ProcessBuilder().Start().Throw("out", On.Link("L"))).ShouldBe(["bpmn.link-targets"]);
        Errors(new ProcessBuilder().Start().Throw("out", On.Link("L"))
            .Apart().Catch("in1", On.Link("L")).End("e1").Apart().Catch("in2", On.Link("L")).End("e2")).ShouldBe(["bpmn.link-targets"]);
    }

    [Fact]
    public void Cancel_belongs_to_transactions() =>
        Errors(new ProcessBuilder().Start().User("a").End("e", On.Cancel)).ShouldBe(["bpmn.cancel-outside-transaction"]);

    [Fact]
    public void A_compensation_event_needs_a_handler() =>
        Errors(new ProcessBuilder().Start().User("a").End().Boundary("b", "a", On.Compensate())).ShouldBe(["bpmn.no-compensation"]);

    [Fact]
    public void A_multiplied_task_needs_a_number_or_a_list() =>
        Errors(new ProcessBuilder().Start().User("a").Multi().End()).ShouldBe(["bpmn.no-instances"]);

    [Fact]
    public void An_unknown_vote_rule_is_refused() =>
        Errors(new ProcessBuilder().Start().User("a").Multi("2").Change(a => a with
        {
            Loop = a.Loop! with { Extensions = ProcessBuilder.Gov(("rule", "most")) },
        }).End()).ShouldBe(["bpmn.bad-rule"]);

    [Fact]
    public void A_sub_process_needs_one_start() =>
        Errors(new ProcessBuilder().Start().Sub("sub", s => s.Start("s1").End("e1").Start("s2").End("e2")).End())
            .ShouldBe(["bpmn.ambiguous-start"]);

    [Fact]
    public void An_unknown_decision_is_refused_when_decisions_are_known()
    {
        var rule = new BusinessRuleTask { Id = "r", Extensions = ProcessBuilder.Gov(("decision", "ledger")) };
        var builder = new ProcessBuilder().Start().Node(rule).End();

        Errors(builder).ShouldBeEmpty();
        Compile(builder, new CompileOptions { KnowsDecision = _ => false }).Issues.ShouldHaveSingleItem().Code.ShouldBe("bpmn.unknown-decision");
    }

    [Fact]
    public void An_element_that_is_never_reached_is_a_warning() =>
        Warnings(new ProcessBuilder().Start().User("a").End().Apart().User("lost").End("e2")).ShouldBe(["bpmn.unreachable", "bpmn.unreachable"]);

    [Fact]
    public void A_cycle_without_exit_is_a_warning() =>
        Warnings(new ProcessBuilder().Start().User("a", "b").To("a")).ShouldContain("bpmn.no-way-out");

    [Fact]
    public void A_choice_without_default_is_a_warning() =>
        Warnings(new ProcessBuilder().Start().Exclusive("x").From("x", "n > 1").User("a").End("e1").From("x", "n <= 1").End("e2"))
            .ShouldBe(["bpmn.no-default"]);

    [Fact]
    public void A_choice_with_a_branch_that_is_always_taken_needs_no_default() =>
        Warnings(new ProcessBuilder().Start().Inclusive("x").From("x", "n > 1").User("a").End("e1").From("x", "true").End("e2")).ShouldBeEmpty();

    [Fact]
    public void A_parallel_join_behind_a_fork_is_none() =>
        Warnings(new ProcessBuilder()
            .Start().Parallel("fork").Exclusive("x")
            .From("x", "n > 1").User("a").Exclusive("m").Parallel("join").End()
            .From("x", otherwise: true).To("m")
            .From("fork").User("b").To("join")).ShouldBeEmpty();

    [Fact]
    public void A_service_task_with_nothing_to_do_is_a_warning() =>
        Warnings(new ProcessBuilder().Start().Node(new ServiceTask { Id = "s" }).End()).ShouldBe(["bpmn.no-work"]);

    private static GraphCompileResult Compile(ProcessBuilder builder, CompileOptions? options = null) =>
        GraphCompiler.Compile(builder.Build(), "p", options);

    private static IReadOnlyList<GraphIssue> Issues(ProcessBuilder builder) => Compile(builder).Issues;

    private static List<string> Errors(ProcessBuilder builder)
    {
        var result = Compile(builder);
        var errors = result.Issues.Where(i => i.Severity == IssueSeverity.Error).Select(i => i.Code).ToList();
        (result.Graph is null).ShouldBe(errors.Count > 0);
        return errors;
    }

    private static List<string> Warnings(ProcessBuilder builder)
    {
        var result = Compile(builder);
        result.Graph.ShouldNotBeNull();
        return [.. result.Issues.Select(i => i.Code)];
    }
}
