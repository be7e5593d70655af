using System.Net;
using System.Text.Json;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Api;

public sealed class TasksApiTests(SharedApp shared) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task A_task_is_completed_once_and_the_repeated_order_gives_the_same_answer()
    {
        using var clerk = await Session.SignInAsync(shared.App, "dengji");
        var task = await BookingTaskAsync(clerk, "路灯坏了");
        var order = new { commandId = Session.NewCommand(), outcome = "book", values = new { category = "物业管理", urgency = "一般" } };

        var first = await clerk.DoAsync($"/api/v1/tasks/{task}/complete", order);
        var again = await clerk.DoAsync($"/api/v1/tasks/{task}/complete", order);
        using var other = await clerk.PostAsync(
            $"/api/v1/tasks/{task}/complete", new { commandId = Session.NewCommand(), order.outcome, order.values });

        again.GetProperty("instanceId").GetString().ShouldBe(first.GetProperty("instanceId").GetString());
        other.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Session.CodeAsync(other)).ShouldBe("task.already-completed");
    }

    [Fact]
    public async Task A_wrong_value_is_refused_with_its_field_and_nothing_changes()
    {
        using var clerk = await Session.SignInAsync(shared.App, "dengji");
        var task = await BookingTaskAsync(clerk, "水管漏水");

        using var refused = await clerk.PostAsync(
            $"/api/v1/tasks/{task}/complete",
            new { commandId = Session.NewCommand(), outcome = "book", values = new { category = "没有这一类", urgency = "一般" } });
        var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement;

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        problem.GetProperty("code").GetString().ShouldBe("form.invalid");
        problem.GetProperty("errors")[0].GetProperty("key").GetString().ShouldBe("category");
        (await clerk.ReadAsync("/api/v1/tasks/" + task)).GetProperty("mayComplete").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task An_unknown_task_and_one_of_somebody_else_are_the_same_to_a_caller()
    {
        using var clerk = await Session.SignInAsync(shared.App, "dengji");
        var task = await BookingTaskAsync(clerk, "噪声扰民");
        using var stranger = await Session.SignInAsync(shared.App, "zhujian-cb");

        using var hidden = await stranger.GetAsync("/api/v1/tasks/" + task);
        using var unknown = await stranger.GetAsync("/api/v1/tasks/" + Guid.Empty);

        hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Session.CodeAsync(hidden)).ShouldBe(await Session.CodeAsync(unknown));
    }

    [Fact]
    public async Task A_change_without_the_guarding_header_is_not_accepted()
    {
        using var clerk = await Session.SignInAsync(shared.App, "dengji");

        using var answer = await clerk.PostAsync(
            "/api/v1/cases", new { commandId = Guid.Empty, channel = "来信", title = "标题", text = "内容" }, guarded: false);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Session.CodeAsync(answer)).ShouldBe("request.forbidden");
    }

    [Fact]
    public async Task Query_codes_cannot_be_tried_out()
    {
        await using var app = new HostApp().With("RateLimits:ProgressPerMinute", "3");
        using var visitor = Session.Visitor(app);
        var answers = new List<(HttpStatusCode Status, string? To)>();

        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var answer = await visitor.GetAsync("/track?code=ABCD234" + attempt);
            answers.Add((answer.StatusCode, answer.Headers.Location?.OriginalString));
        }

        answers.Take(3).ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);
        answers.Skip(3).ShouldAllBe(answer => answer.Status == HttpStatusCode.Found && answer.To == "/too-many");
    }

    private static async Task<string> BookingTaskAsync(Session clerk, string title)
    {
        var registered = await clerk.DoAsync("/api/v1/cases", new
        {
            commandId = Session.NewCommand(),
            ledger = "LY",
            channel = "民情110",
            title,
            text = title + "，请尽快处理。",
            personName = "王秀英",
            phone = "13900001234",
        });
        var number = registered.GetProperty("number").GetString();
        var inbox = await clerk.ReadAsync("/api/v1/tasks?take=200");
        var task = inbox.GetProperty("items").EnumerateArray()
            .Single(item => item.GetProperty("businessKey").GetString() == number).GetProperty("taskId").GetString()!;
        if ((await clerk.ReadAsync("/api/v1/tasks/" + task)).GetProperty("mayClaim").GetBoolean())
        {
            await clerk.DoAsync($"/api/v1/tasks/{task}/claim", new { });
        }
        return task;
    }
}
