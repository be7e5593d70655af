using System.Collections.Immutable;
using Platform.Decisions.Dmn;
using Platform.Kernel.Execution;
using Platform.Kernel.Model;
using Platform.KernelTesting;

namespace Platform.Kernel.Tests.Execution;

public sealed class DecisionTests
{
    private const string Namespace = "https://www.omg.org/spec/DMN/20230324/MODEL/";

    [Fact]
    public void What_was_decided_is_on_record_with_its_rule_and_inputs()
    {
        var run = Ask(Table("""<rule><inputEntry><text>&gt;= 5</text></inputEntry><outputEntry><text>"重大"</text></outputEntry></rule>"""), ("n", 7));

        Made(run).Explanation.ShouldBe("级别 = 重大：规则 1，n = 7（符合 >= 5）。");
        run.Variable("level").ShouldBe("\"重大\"");
    }

    [Fact]
    public void A_table_without_a_rule_that_applies_gives_null_and_no_incident()
    {
        var run = Ask(Table("""<rule><inputEntry><text>&gt;= 5</text></inputEntry><outputEntry><text>"重大"</text></outputEntry></rule>"""), ("n", 1));

        Made(run).Explanation.ShouldBe("级别：没有规则符合，没有结论；n = 1。");
        run.Incidents.ShouldBeEmpty();
        run.Variable("level").ShouldBe("null");
    }

    [Fact]
    public void A_decision_that_fails_is_an_incident()
    {
        var run = Ask(Decisions($"<decision id=\"d\" name=\"级别\"><literalExpression><text>1 + \"a\"</text></literalExpression></decision>"), ("n", 1), before: "first");

        run.Complete("first");

        run.Incidents.ShouldBe("bpmn.decision-failed");
    }

    [Fact]
    public void A_long_way_to_a_decision_keeps_its_end_within_bounds()
    {
        var steps = string.Concat(Enumerable.Range(1, 400).Select(i =>
            $"<decision id=\"d{i}\" name=\"第{i}步判断\"><informationRequirement><requiredDecision href=\"#d{i - 1}\"/></informationRequirement><literalExpression><text>第{i - 1}步判断 + 1</text></literalExpression></decision>"));
        var run = Ask(
            Decisions($"""
                <decision id="d0" name="第0步判断"><literalExpression><text>0</text></literalExpression></decision>{steps}
                <decision id="d" name="级别"><informationRequirement><requiredDecision href="#d400"/></informationRequirement><literalExpression><text>第400步判断</text></literalExpression></decision>
                """),
            ("n", 1));

        var explanation = Made(run).Explanation.ShouldNotBeNull();
        explanation.Length.ShouldBeLessThan(2_100);
        explanation.ShouldStartWith("（前 ");
        explanation.ShouldEndWith("级别 = 400。");
    }

    [Fact]
    public void A_single_line_that_is_too_long_is_cut()
    {
        var run = Ask(Decisions($"<decision id=\"d\" name=\"级别\"><literalExpression><text>\"{new string('长', 5_000)}\"</text></literalExpression></decision>"), ("n", 1));

        Made(run).Explanation.ShouldNotBeNull().Length.ShouldBe(2_001);
    }

    [Fact]
    public void Versions_given_at_the_start_stay_in_the_state()
    {
        var host = new KernelHost(ProcessRun.Morning);
        var graph = ProcessRun.Compile(new ProcessBuilder().Start().User("a").End());
        host.Deploy(graph);

        var instance = host.Start(graph.ProcessId, new Trigger.StartProcess { DecisionVersions = new Dictionary<string, int> { ["级别"] = 3 }.ToImmutableDictionary() }).Value;

        instance.State!.DecisionVersions["级别"].ShouldBe(3);
        InstanceState.Replay(graph, instance.Facts).DecisionVersions["级别"].ShouldBe(3);
    }

    private static ProcessEvent.DecisionMade Made(ProcessRun run) => run.Facts.OfType<ProcessEvent.DecisionMade>().ShouldHaveSingleItem();

    private static ProcessRun Ask(CompiledDecisions decisions, (string Name, object? Value) variable, string? before = null)
    {
        var rule = new BusinessRuleTask { Id = "r", Name = "判定", Extensions = ProcessBuilder.Gov(("decision", "级别"), ("resultVariable", "level")) };
        var start = new ProcessBuilder().Start();
        var graph = ProcessRun.Compile((before is null ? start : start.User(before)).Node(rule).User("after").End());
        return ProcessRun.Of(graph, new KernelHost(ProcessRun.Morning) { Decisions = _ => decisions }, variable);
    }

    private static CompiledDecisions Table(string rules) => Decisions($"""
        <decision id="d" name="级别"><decisionTable><input><inputExpression><text>n</text></inputExpression></input><output/>{rules}</decisionTable></decision>
        """);

    private static CompiledDecisions Decisions(string content) =>
        CompiledDecisions.Compile(DmnReader.Read($"<definitions xmlns=\"{Namespace}\" name=\"m\" namespace=\"m\">{content}</definitions>").Model!).Decisions;
}
