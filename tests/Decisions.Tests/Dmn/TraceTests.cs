using Platform.Decisions.Dmn;
using Platform.Decisions.Feel;
using static Platform.Decisions.Tests.Dmn.Models;

namespace Platform.Decisions.Tests.Dmn;

public sealed class TraceTests
{
    private static readonly CompiledDecisions Dispatch = Fixture("TraceTests.dispatch.dmn");

    [Fact]
    public void An_official_reads_which_rule_decided_and_on_what_grounds()
    {
        var result = Dispatch.EvaluateDecision("派单", Inputs(("事项类别", FeelValue.Of("物业")), ("区划", FeelValue.Of("城关镇")), ("涉及人数", FeelValue.Of(3L))));

        result.Value.ShouldBe(FeelValue.Of("住建局"));
        result.Trace.Explain().ShouldBe(["派给住建局：规则 2，事项类别 = 物业，区划 = 城关镇；依据 《物业管理条例》第五条。"]);
    }

    [Fact]
    public void Tests_that_are_more_than_equality_are_shown_with_the_value()
    {
        var result = Dispatch.EvaluateDecision("派单", Inputs(("事项类别", FeelValue.Of("欠薪")), ("区划", FeelValue.Of("河东乡")), ("涉及人数", FeelValue.Of(30L))));

        result.Trace.Explain().ShouldBe(["派给信访局：规则 1，涉及人数 = 30（符合 >= 30）；依据 《信访工作条例》第二十三条。"]);
    }

    [Fact]
    public void Figures_stand_apart_from_the_label_before_them()
    {
        var decisions = Of("""
            <decision id="d" name="时限"><decisionTable hitPolicy="UNIQUE">
              <output label="承诺天数" name="days"/><output label="算法" name="kind"/>
              <rule><outputEntry><text>5</text></outputEntry><outputEntry><text>"工作日"</text></outputEntry></rule>
            </decisionTable></decision>
            """);

        decisions.EvaluateDecision("时限", Inputs()).Trace.Explain().ShouldBe(["承诺天数 5，算法工作日：规则 1。"]);
    }

    [Fact]
    public void Missing_inputs_and_the_default_are_named()
    {
        var result = Dispatch.EvaluateDecision("派单", Inputs(("事项类别", FeelValue.Of("噪声"))));

        result.Value.ShouldBe(FeelValue.Of("综合受理中心"));
        result.Trace.NullInputs.ShouldBe(["区划", "涉及人数"]);
        result.Trace.Explain().ShouldBe(
        [
            "派单：没有规则符合，取默认值 综合受理中心；事项类别 = 噪声，区划 = 空，涉及人数 = 空。",
            "以下输入没有提供：区划、涉及人数。",
        ]);
    }

    [Fact]
    public void A_whole_letter_that_came_in_is_cut()
    {
        var result = Dispatch.EvaluateDecision("派单", Inputs(("事项类别", FeelValue.Of(new string('信', 500)))));

        result.Trace.Explain()[0].ShouldBe($"派单：没有规则符合，取默认值 综合受理中心；事项类别 = {new string('信', 60)}…，区划 = 空，涉及人数 = 空。");
    }

    [Fact]
    public void Every_decision_of_the_way_is_in_the_trace_in_order()
    {
        var result = Dispatch.EvaluateDecision("办理意见", Inputs(("事项类别", FeelValue.Of("物业")), ("区划", FeelValue.Of("城关镇")), ("涉及人数", FeelValue.Of(3L))));

        result.Trace.Decisions.Select(d => d.Name).ShouldBe(["派单", "办理意见"]);
        var rule = result.Trace.Decisions[0].Tables[0].Matched.Single();
        (rule.Number, rule.IsDecisive, rule.Id).ShouldBe((2, true, "r2"));
        result.Trace.Explain()[^1].ShouldBe("办理意见 = 请住建局办理。");
    }
}
