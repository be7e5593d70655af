using Platform.Designer.Conditions;
using Platform.Designer.Panel;
using Platform.Designer.Simple;
using Platform.Designer.Tests.Simple;
using Platform.Kernel.Model;

namespace Platform.Designer.Tests.Panel;

public sealed class ElementPanelTests
{
    [Fact]
    public async Task A_step_shows_who_acts_until_when_and_on_what_ground()
    {
        UserTask task = GovExtension.Replace(new UserTask { Id = "a", Name = "结果反馈" }, "assignment", [GovExtension.New("assignment", ("post", "承办人"), ("unit", "leadUnit"))]);
        task = GovExtension.Replace(task, "deadline", [GovExtension.New("deadline", ("amount", "15"), ("unit", "day"), ("kind", "working"))]);
        task = GovExtension.Replace(task, "legalBasis", [GovExtension.New("legalBasis", ("document", "信访工作条例"), ("clause", "第三十四条"))]);

        string html = await ShowAsync(FlowEditor.Replace(Flows.Straight(), task), "a", new PanelContext
        {
            WhenWould = deadline => $"今天开始，{deadline.Attribute("amount")} 个工作日后到期",
        });

        html.ShouldContain("value=\"结果反馈\"");
        html.ShouldContain("value=\"leadUnit\"");
        html.ShouldContain("今天开始，15 个工作日后到期");
        html.ShouldContain("value=\"第三十四条\"");
    }

    [Fact]
    public async Task A_wrong_value_is_explained_beside_its_field()
    {
        UserTask task = GovExtension.Replace(new UserTask { Id = "a" }, "deadline", [GovExtension.New("deadline", ("amount", "两天"), ("when", "金额 >"))]);

        string html = await ShowAsync(FlowEditor.Replace(Flows.Straight(), task), "a", PanelContext.Empty);

        html.ShouldContain("请填写 0 到 100000 的整数。");
        html.ShouldContain("个字附近");
    }

    [Fact]
    public async Task A_branch_shows_its_condition_as_a_sentence()
    {
        ProcessDefinition process = Flows.Process("s x1 a c x2 e", "s>x1 x1>a x1>c a>x2 c>x2 x2>e");
        process = FlowEditor.Replace(process, process.FlowElements.OfType<SequenceFlow>().Single(f => f.Id == "x1_a") with { Condition = Expression.Formal("amount > 5000") });

        string html = await ShowAsync(process, "x1_a", new PanelContext { Variables = [new ConditionVariable("amount", "金额（元）", ConditionKind.Number, [])] });

        html.ShouldContain("金额（元）");
        html.ShouldContain("大于");
        html.ShouldContain("value=\"5000\"");
    }

    [Fact]
    public async Task A_start_asks_which_form_is_filled_and_who_may_begin()
    {
        StartEvent start = GovExtension.Replace(new StartEvent { Id = "s" }, "form", [GovExtension.New("form", ("ref", "leave.form.json"))]);
        start = GovExtension.Replace(start, "assignment", [GovExtension.New("assignment", ("post", "登记员"))]);
        ProcessDefinition process = FlowEditor.Replace(Flows.Straight(), start);

        string html = await ShowAsync(process, "s", new PanelContext { Forms = ["leave.form.json"], FormAddress = form => "/forms?name=" + form });

        html.ShouldContain("谁可以发起");
        html.ShouldContain("value=\"登记员\"");
        html.ShouldContain("/forms?name=leave.form.json");
    }

    [Fact]
    public async Task An_automatic_step_shows_what_it_finds_out_and_by_which_name_it_is_asked_for()
    {
        ServiceTask step = GovExtension.Replace(new ServiceTask { Id = "a", Name = "查重" }, "output", [GovExtension.New("output", ("name", "count"), ("target", "重复件数"))]);
        step = GovExtension.Attribute(step, "activity", "gov.Find");
        ActivityChoice find = new("gov.Find", "查重", "", "检查", IsHuman: false) { Outputs = [new("count", "找到的件数"), new("first", "最早的一件")] };

        string html = await ShowAsync(FlowEditor.Replace(Flows.Straight(), step), "a", new PanelContext { Activities = [find] });

        html.ShouldContain("得出的结果");
        html.ShouldContain("找到的件数");
        html.ShouldContain("value=\"重复件数\"");
        html.ShouldContain("不填时叫“first”");
    }

    [Fact]
    public async Task Nothing_selected_says_what_to_do() =>
        (await ShowAsync(Flows.Straight(), null, PanelContext.Empty)).ShouldContain("请在流程中选中");

    private static Task<string> ShowAsync(ProcessDefinition process, string? selected, PanelContext context) =>
        Rendering.ReadableAsync<ElementPanel>(new()
        {
            [nameof(ElementPanel.Process)] = process,
            [nameof(ElementPanel.SelectedId)] = selected,
            [nameof(ElementPanel.Context)] = context,
        });
}
