using Microsoft.Playwright;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser.Designer;

/// <summary>The designer in each of its states as those see it who see, hear or point less well: axe finds nothing serious, nothing is cut.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DesignerLookTests(BrowserFixture browser)
{
    private const string Flagship = "shiquan-three-ledgers";

    /// <summary>Every kind of element that the panel knows, by an element of the nine-step process.</summary>
    private static readonly (string Kind, string Name)[] Elements =
    [
        ("开始", "来件登记"), ("由人办理的步骤", "3 受理告知"), ("分支点", "涉及书记本人？"), ("按决策表判断", "办理时限"), ("自动步骤", "记下协办逾期"),
        ("子流程", "办理（4 快速交办至 6 结果反馈）"), ("结束", "销号归档"), ("步骤办理中的例外", "协办到期"),
    ];

    [Theory]
    [InlineData(1440, false)]
    [InlineData(390, false)]
    [InlineData(1440, true)]
    [InlineData(390, true)]
    public async Task Every_state_of_the_designer_can_be_read_and_reached(int width, bool isLarge)
    {
        await using var app = new HostApp();
        await using DesignerPage designer = await DesignerPage.OpenAsync(browser, app, Flagship, width);
        Look look = new();
        var size = $"{width}{(isLarge ? "-large" : "")}";
        if (isLarge)
        {
            await designer.EnlargeAsync();
        }

        await look.ShootAsync(designer.Admin, $"designer-tour-{size}");
        await designer.Page.GetByRole(AriaRole.Button, new() { Name = "不用了", Exact = true }).ClickAsync();
        await look.ShootAsync(designer.Admin, $"designer-simple-{size}");

        await designer.Page.Locator(".simple-plus").First.ClickAsync();
        await designer.Page.Locator(".simple-menu input:focus").WaitForAsync();
        await look.ShootAsync(designer.Admin, $"designer-insert-{size}");
        await designer.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(designer.Page.Locator(".simple-plus").First).ToBeFocusedAsync();

        await designer.Page.Locator(".simple-plus").First.ClickAsync();
        await designer.Page.Locator(".simple-choice", new() { HasText = "普通步骤" }).ClickAsync();
        await designer.Page.Locator(".issue-list .btn-link").First.ClickAsync();
        await look.ShootAsync(designer.Admin, $"designer-finding-{size}");

        await designer.Page.GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true }).ClickAsync();
        await Assertions.Expect(designer.Page.Locator("#design-note")).ToBeFocusedAsync();
        await look.ShootAsync(designer.Admin, $"designer-publish-{size}");
        await designer.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(designer.Page.GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true })).ToBeFocusedAsync();

        await designer.ShowCanvasAsync();
        await look.ShootAsync(designer.Admin, $"designer-canvas-{size}");
        look.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_panel_of_each_kind_of_element_says_what_it_is_and_can_be_used_by_everybody()
    {
        await using var app = new HostApp();
        await using DesignerPage designer = await DesignerPage.OpenAsync(browser, app, Flagship);
        Look look = new();
        await designer.Page.GetByRole(AriaRole.Button, new() { Name = "不用了", Exact = true }).ClickAsync();
        await designer.ShowCanvasAsync();
        foreach (var (kind, name) in Elements)
        {
            await designer.Page.Locator(".outline-list").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();
            await Assertions.Expect(designer.Page.Locator(".element-panel h3")).ToHaveTextAsync(kind);
            await look.ShootAsync(designer.Admin, $"designer-panel-{kind}");
        }

        await designer.ShowSimpleAsync();
        await designer.Page.Locator(".simple-branch-name", new() { HasText = "当 仅存根 为 是" }).ClickAsync();
        await Assertions.Expect(designer.Page.Locator(".element-panel h3")).ToHaveTextAsync("分支");
        await look.ShootAsync(designer.Admin, "designer-panel-分支");

        look.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Going_to_a_branch_shows_it_in_both_views()
    {
        await using var app = new HostApp();
        await using DesignerPage designer = await DesignerPage.BeginAsync(browser, app, "请假审批");
        await designer.Page.GetByRole(AriaRole.Button, new() { Name = "不用了", Exact = true }).ClickAsync();
        await designer.Page.Locator(".simple-plus").First.ClickAsync();
        await designer.Page.Locator(".simple-choice", new() { HasText = "条件分支" }).First.ClickAsync();
        ILocator finding = designer.Page.Locator(".issue-list .btn-link", new() { HasText = "第 1 条分支没有条件" });
        await finding.WaitForAsync();

        await finding.ClickAsync();

        await Assertions.Expect(designer.Page.Locator(".simple-branch-name", new() { HasText = "提醒：条件分支的第 1 条分支没有条件" })).ToBeFocusedAsync();
        await Assertions.Expect(designer.Page.Locator(".element-panel h3")).ToHaveTextAsync("分支");
        await designer.ShowCanvasAsync();
        await finding.ClickAsync();
        await designer.Page.Locator(".djs-connection.selected").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    [Fact]
    public async Task A_condition_is_written_as_a_sentence_and_read_on_the_branch()
    {
        await using var app = new HostApp();
        await using DesignerPage designer = await DesignerPage.OpenAsync(browser, app, Flagship);
        await designer.Page.GetByRole(AriaRole.Button, new() { Name = "不用了", Exact = true }).ClickAsync();
        ILocator branch = designer.Page.Locator(".simple-branch-name", new() { HasText = "当 仅存根 为 是" });
        await branch.ClickAsync();

        await designer.Page.GetByRole(AriaRole.Button, new() { Name = "添加条件" }).ClickAsync();
        await designer.Page.Locator("fieldset .panel-clause").Nth(1).GetByLabel("比较什么").SelectOptionAsync(new SelectOptionValue { Label = "账别" });
        await designer.Page.Locator("fieldset .panel-clause").Nth(1).GetByLabel("比较的值").SelectOptionAsync(new SelectOptionValue { Label = "投诉举报" });

        await Assertions.Expect(branch).ToContainTextAsync("当 仅存根 为 是，并且 账别 是 投诉举报");
    }

    [Fact]
    public async Task An_expression_is_completed_by_keys_and_shows_where_it_is_wrong()
    {
        await using var app = new HostApp();
        await using DesignerPage designer = await DesignerPage.OpenAsync(browser, app, Flagship);
        await designer.Page.GetByRole(AriaRole.Button, new() { Name = "不用了", Exact = true }).ClickAsync();
        await designer.Page.Locator(".simple-branch-name", new() { HasText = "当 仅存根 为 是" }).ClickAsync();
        await designer.Page.GetByRole(AriaRole.Button, new() { Name = "用表达式编辑" }).ClickAsync();
        ILocator box = designer.Page.Locator("#condition-feel");

        await box.FillAsync("stubOnly and 紧急");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await box.PressAsync("ArrowDown");
        await box.PressAsync("Enter");
        await Assertions.Expect(box).ToHaveValueAsync("stubOnly and urgency");

        await box.FillAsync("stubOnly and )");
        await Assertions.Expect(designer.Page.Locator(".panel-expression mark")).ToHaveTextAsync(")");
    }

    [Fact]
    public async Task A_notice_is_written_with_places_and_read_as_it_will_arrive()
    {
        await using var app = new HostApp();
        await using DesignerPage designer = await DesignerPage.BeginAsync(browser, app, "请假审批");
        await designer.Page.GetByRole(AriaRole.Button, new() { Name = "不用了", Exact = true }).ClickAsync();
        await designer.Page.Locator(".simple-human .simple-card-main").First.ClickAsync();

        await designer.Page.GetByRole(AriaRole.Button, new() { Name = "办完时通知" }).ClickAsync();
        await designer.SetAsync("notify-0-text", "您的申请已经办完：");
        await designer.Page.Locator(".panel-places").GetByRole(AriaRole.Button, new() { Name = "办理结果" }).ClickAsync();

        await Assertions.Expect(designer.Page.Locator("#notify-0-preview")).ToContainTextAsync("您的申请已经办完：已解决");
        await designer.SetAsync("notify-0-text", "{随便}");
        await Assertions.Expect(designer.Page.Locator(".panel-problem", new() { HasText = "不认识“随便”" })).ToBeVisibleAsync();
    }
}
