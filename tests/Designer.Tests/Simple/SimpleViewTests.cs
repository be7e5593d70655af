using Microsoft.AspNetCore.Components;
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
        html.ShouldContain("结论 = \"同意\"");
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
