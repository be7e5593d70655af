using Microsoft.AspNetCore.Components;
using Platform.Designer.Conditions;
using Platform.Designer.Editing;
using Platform.Designer.Panel;
using Platform.Designer.Simple;
using Platform.Kernel.Model;

namespace Platform.Designer.Tests.Simple;

public sealed class SimpleViewTests
{
    [Fact]
    public async Task Steps_branches_and_their_conditions_are_shown_in_words()
    {
        ProcessDefinition process = Flows.Process("s a x1 c x2 e", "s>a a>x1 x1>c x1>x2 c>x2 x2>e");
        process = FlowEditor.Replace(process, new UserTask { Id = "a", Name = "书记阅批", Extensions = Assigned("县委书记") });
        process = FlowEditor.Replace(process, process.FlowElements.OfType<SequenceFlow>().Single(f => f.Id == "x1_c") with { Name = "同意", Condition = Expression.Formal("结论 = \"同意\"") });

        string html = await Rendering.ReadableAsync<SimpleView>(View(process, editable: false));

        html.ShouldContain("书记阅批");
        html.ShouldContain("办理人：县委书记");
        html.ShouldContain("时限：2个工作日");
        html.ShouldContain("当 “结论”（没有找到的名称） 等于 “同意”");
        html.ShouldContain("流程到此结束");
        html.ShouldNotContain("在此处添加");
    }

    [Fact]
    public async Task An_editable_view_offers_a_place_to_add_on_every_flow()
    {
        string html = await Rendering.ReadableAsync<SimpleView>(View(Flows.Straight(), editable: true));

        html.Split("aria-label=\"在此处添加\"").Length.ShouldBe(3);
    }

    [Fact]
    public async Task A_yes_or_no_condition_reads_as_a_sentence_with_the_label_of_its_field()
    {
        Dictionary<string, object?> parameters = View(Branching("stubOnly and ledger != \"JB\""), editable: true);
        parameters[nameof(SimpleView.Context)] = new PanelContext
        {
            Variables =
            [
                new ConditionVariable("stubOnly", "仅存根", ConditionKind.Boolean, []),
                new ConditionVariable("ledger", "账别", ConditionKind.Choice, [new ConditionChoice("JB", "投诉举报")]),
            ],
        };

        string html = await Rendering.ReadableAsync<SimpleView>(parameters);

        html.ShouldContain("当 仅存根 为 是，并且 账别 不是 投诉举报");
    }

    [Fact]
    public async Task What_is_no_sentence_is_shown_as_an_expression_and_not_as_a_bare_name()
    {
        string html = await Rendering.ReadableAsync<SimpleView>(View(Branching("if a then b else c"), editable: true));

        html.ShouldContain("按表达式判断：if a then b else c");
    }

    [Fact]
    public async Task A_branch_a_gateway_and_a_plain_flow_tell_what_was_found_there()
    {
        Dictionary<string, object?> parameters = View(Branching("true"), editable: true);
        parameters[nameof(SimpleView.Issues)] = new[]
        {
            new DesignIssue("design.no-condition", false, "x1_x2", "第 2 条分支没有条件。"),
            new DesignIssue("bpmn.no-default", true, "x1", "没有默认连线。"),
            new DesignIssue("bpmn.any", true, "a_x1", "连线有问题。"),
        };

        string html = await Rendering.ReadableAsync<SimpleView>(parameters);

        html.ShouldContain("提醒：第 2 条分支没有条件。");
        html.ShouldContain("错误：没有默认连线。");
        html.ShouldContain("错误：连线有问题。");
    }

    [Fact]
    public async Task Blocks_too_wide_for_a_screen_stand_one_below_the_other()
    {
        ProcessDefinition narrow = Flows.Process("s x1 a b c x2 e", "s>x1 x1>a x1>b x1>c a>x2 b>x2 c>x2 x2>e");
        ProcessDefinition wide = Flows.Process("s x1 a b c d x2 e", "s>x1 x1>a x1>b x1>c x1>d a>x2 b>x2 c>x2 d>x2 x2>e");

        (await Rendering.ReadableAsync<SimpleView>(View(narrow, editable: true))).ShouldNotContain("is-stacked");
        (await Rendering.ReadableAsync<SimpleView>(View(wide, editable: true))).ShouldContain("is-stacked");
    }

    [Fact]
    public async Task Ways_back_and_the_ends_of_branches_say_what_they_mean()
    {
        ProcessDefinition back = Flows.Process("s a x1 p1 k e1 d e", "s>a a>x1 x1>d x1>p1 p1>a p1>k k>e1 d>e");
        back = FlowEditor.Replace(back, new UserTask { Id = "a", Name = "申请" });

        string html = await Rendering.ReadableAsync<SimpleView>(View(back, editable: true));

        html.ShouldContain("回到：申请");
        html.ShouldContain("这条路到此结束，其他路照常");
        html.ShouldContain("流程到此结束");
        html.ShouldNotContain("到此为止");
    }

    [Theory]
    [InlineData("P7D", "7日后自动往下走")]
    [InlineData("公示期", "到时自动往下走")]
    public async Task A_wait_says_how_long(string duration, string said)
    {
        ProcessDefinition process = FlowEditor.Insert(Flows.Straight(), "a_e", new IntermediateCatchEvent { Name = "公示", EventDefinitions = [new TimerEventDefinition { TimeDuration = Expression.Formal(duration) }] });

        string html = await Rendering.ReadableAsync<SimpleView>(View(process, editable: true));

        html.ShouldContain(said);
    }

    [Fact]
    public async Task An_end_that_stops_everything_says_so()
    {
        ProcessDefinition process = Flows.Process("s p1 a x b e1 c p2 e", "s>p1 p1>a a>x x>b x>e1 b>p2 p1>c c>p2 p2>e");
        process = FlowEditor.Replace(process, new EndEvent { Id = "e1", Name = "未同意", EventDefinitions = [new TerminateEventDefinition()] });

        string html = await Rendering.ReadableAsync<SimpleView>(View(process, editable: true));

        html.ShouldContain("未同意");
        html.ShouldContain("整个流程到此结束");
    }

    [Fact]
    public async Task A_hostile_name_shows_as_text()
    {
        ProcessDefinition process = FlowEditor.Replace(Flows.Straight(), new UserTask { Id = "a", Name = "<script>alert(1)</script>" });

        string html = await Rendering.RawAsync<SimpleView>(View(process, editable: true));

        html.ShouldNotContain("<script>");
        html.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    [Fact]
    public async Task What_cannot_be_shown_is_explained_and_named()
    {
        ProcessDefinition process = Flows.Process("s p1 a c d p2 e", "s>p1 p1>a p1>c a>d c>d d>p2 a>p2 p2>e");
        process = FlowEditor.Replace(process, new UserTask { Id = "d", Name = "汇总上报" });

        string html = await Rendering.ReadableAsync<SimpleView>(View(process, editable: true));

        html.ShouldContain("有一条路从并行分支的外面走到了“汇总上报”。");
    }

    private static ProcessDefinition Branching(string condition)
    {
        ProcessDefinition process = Flows.Process("s a x1 c x2 e", "s>a a>x1 x1>c x1>x2 c>x2 x2>e");
        return FlowEditor.Replace(process, process.FlowElements.OfType<SequenceFlow>().Single(f => f.Id == "x1_c") with { Condition = Expression.Formal(condition) });
    }

    private static Extensions Assigned(string post) => new()
    {
        Elements = [GovExtension.New("assignment", ("post", post)), GovExtension.New("deadline", ("kind", "working"), ("amount", "2"), ("unit", "day"))],
    };

    private static Dictionary<string, object?> View(ProcessDefinition process, bool editable)
    {
        Dictionary<string, object?> parameters = new() { [nameof(SimpleView.Process)] = process };
        if (editable)
        {
            parameters[nameof(SimpleView.ProcessChanged)] = EventCallback.Factory.Create<ProcessDefinition>(new object(), (ProcessDefinition _) => { });
        }

        return parameters;
    }
}
