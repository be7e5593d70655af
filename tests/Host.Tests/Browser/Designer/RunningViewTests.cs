using System.Text;
using Microsoft.Playwright;
using Platform.Host.Tests.Official;
using Platform.Host.Tests.Testing;
using Platform.Runtime.Definitions;

namespace Platform.Host.Tests.Browser.Designer;

[Collection(BrowserCollection.Name)]
public sealed class RunningViewTests(BrowserFixture browser)
{
    private const int Early = 200;
    private const int Passed = 60;
    private const int Late = 40;

    private const string Process = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gov="urn:shanzhi:gov:1" targetNamespace="t" id="d"><process id="complaints" name="物业投诉办理" isExecutable="true">
          <startEvent id="s" name="来件"/>
          <userTask id="take" name="受理"><extensionElements><gov:assignment post="登记员"/><gov:deadline kind="working" amount="1" unit="day"/><gov:outcome value="done" text="受理"/></extensionElements></userTask>
          <userTask id="look" name="现场核实"><extensionElements><gov:assignment post="流程管理员"/><gov:deadline kind="working" amount="1" unit="day"/><gov:outcome value="done" text="办结"/></extensionElements></userTask>
          <endEvent id="e" name="办结"/>
          <sequenceFlow id="f1" sourceRef="s" targetRef="take"/><sequenceFlow id="f2" sourceRef="take" targetRef="look"/><sequenceFlow id="f3" sourceRef="look" targetRef="e"/>
        </process></definitions>
        """;

    [Fact]
    public async Task Hundreds_of_matters_are_counted_where_they_wait_coloured_where_they_are_late_and_one_is_followed()
    {
        await using var app = new HostApp();
        _ = app.Address;
        CountyDesk desk = new(app);
        (await desk.Get<DefinitionService>().DeployAsync(
            new Deploy { TenantId = "qingyuan", Name = "物业投诉", Files = new Dictionary<string, byte[]> { ["complaints.bpmn"] = Encoding.UTF8.GetBytes(Process) } }, default)).Problem?.Message.ShouldBeNull();
        await StartAsync(app, Early);
        await CompleteAsync(app, Passed);
        await desk.MoveForwardAsync(TimeSpan.FromDays(5));
        await StartAsync(app, Late);
        await using DesignerPage designer = await DesignerPage.OpenAsync(browser, app, "complaints");

        await designer.Page.GetByRole(AriaRole.Button, new() { Name = "运行情况", Exact = true }).ClickAsync();
        ILocator rows = designer.Page.Locator(".running-table tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        (await CellsAsync(rows.Nth(0))).ShouldBe(["受理", $"{Early - Passed + Late}", $"{Early - Passed}", $"{Passed}", $"0／{Passed}"]);
        (await CellsAsync(rows.Nth(1))).ShouldBe(["现场核实", $"{Passed}", $"{Passed}", "0", "0／0"]);
        await Assertions.Expect(designer.Page.Locator("[data-element-id=take].heat-4")).ToHaveCountAsync(1);
        await Assertions.Expect(designer.Page.Locator("[data-element-id=look].heat-2")).ToHaveCountAsync(1);
        await Assertions.Expect(designer.Page.Locator(".token-badge", new() { HasText = $"在办 {Early - Passed + Late}，超期 {Early - Passed}；用时" })).ToBeVisibleAsync();
        await designer.Visitor.ShootAsync("running-hundreds");
        (await Axe.ViolationsAsync(designer.Page)).ShouldBeEmpty();

        await designer.Page.Locator("#running-matter").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Assertions.Expect(designer.Page.Locator(".film-where")).ToContainTextAsync("第 2 步（共 2 步）：从“受理”到“现场核实”");
        await Assertions.Expect(designer.Page.Locator("[data-element-id=look].token-overdue")).ToHaveCountAsync(1);
        await designer.Visitor.ShootAsync("running-one");
        await designer.Page.Locator("#running-matter").SelectOptionAsync(new SelectOptionValue { Index = 0 });
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await Assertions.Expect(designer.Page.Locator("[data-element-id=take].heat-4")).ToHaveCountAsync(1);
    }

    private static async Task StartAsync(HostApp app, int count)
    {
        using Session operators = await Session.SignInAsync(app, "yunwei");
        for (int i = 0; i < count; i++)
        {
            await operators.DoAsync("/api/v1/instances", new { commandId = Session.NewCommand(), processKey = "complaints" });
        }
    }

    private static async Task CompleteAsync(HostApp app, int count)
    {
        using Session clerk = await Session.SignInAsync(app, "dengji");
        var items = (await clerk.ReadAsync("/api/v1/tasks?take=100")).GetProperty("items").EnumerateArray().Take(count).ToList();
        items.Count.ShouldBe(count);
        foreach (var item in items)
        {
            string? id = item.GetProperty("taskId").GetString();
            if (item.GetProperty("mustClaim").GetBoolean())
            {
                await clerk.DoAsync($"/api/v1/tasks/{id}/claim", new { });
            }
            long version = (await clerk.ReadAsync("/api/v1/tasks/" + id)).GetProperty("item").GetProperty("rowVersion").GetInt64();
            await clerk.DoAsync($"/api/v1/tasks/{id}/complete", new { commandId = Session.NewCommand(), outcome = "done", values = new { }, rowVersion = version });
        }
    }

    private static async Task<string[]> CellsAsync(ILocator row) => [.. (await row.Locator("th, td").AllInnerTextsAsync()).Take(5).Select(text => text.Trim())];
}
