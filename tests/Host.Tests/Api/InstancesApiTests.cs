using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Governance.Cases;
using Platform.Governance.Rows;
using Platform.Host.Tests.Official;
using Platform.Host.Tests.Testing;
using Platform.Runtime.Persistence;

namespace Platform.Host.Tests.Api;

public sealed class InstancesApiTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly CountyDesk _desk = new(shared.App);

    [Fact]
    public async Task An_operator_ends_an_instance_with_a_reason_that_stays_on_record()
    {
        var id = await _desk.RegisterAsync();
        using var session = await Session.SignInAsync(shared.App, "yunwei");
        var order = new { commandId = Session.NewCommand(), reason = "测试时误登记，经联系办同意终止。" };

        var first = await session.DoAsync($"/api/v1/instances/{id}/end", order);
        var again = await session.DoAsync($"/api/v1/instances/{id}/end", order);

        again.GetRawText().ShouldBe(first.GetRawText());
        await using var db = _desk.Get<PlatformDatabase>().CreateDbContext();
        (await db.Set<CaseRow>().SingleAsync(row => row.Id == id)).Stage.ShouldBe(CaseStages.Stopped);
        (await db.Audit.SingleAsync(row => row.SubjectId == id && row.Action == "instance.end")).Detail!.ShouldContain("误登记");
    }

    [Theory]
    [InlineData("dengji", "误登记，需要终止。", HttpStatusCode.Forbidden, "auth.not-allowed")]
    [InlineData("yunwei", " ", HttpStatusCode.UnprocessableEntity, "instance.reason")]
    public async Task It_takes_an_operator_and_a_reason(string who, string reason, HttpStatusCode status, string code)
    {
        var id = await _desk.RegisterAsync();
        using var session = await Session.SignInAsync(shared.App, who);

        using var answer = await session.PostAsync($"/api/v1/instances/{id}/end", new { commandId = Session.NewCommand(), reason });

        answer.StatusCode.ShouldBe(status);
        (await Session.CodeAsync(answer)).ShouldBe(code);
    }

    [Theory]
    [InlineData("shiquan-three-ledgers", "instance.needs-case")]
    [InlineData("no-such-process", "definition.not-found")]
    public async Task Cases_are_not_started_here_and_neither_is_what_was_never_published(string key, string code)
    {
        using var session = await Session.SignInAsync(shared.App, "yunwei");

        using var answer = await session.PostAsync("/api/v1/instances", new { commandId = Session.NewCommand(), processKey = key });

        (await Session.CodeAsync(answer)).ShouldBe(code);
    }

    [Fact]
    public async Task An_instance_that_is_not_there_is_not_found()
    {
        using var session = await Session.SignInAsync(shared.App, "yunwei");

        using var answer = await session.PostAsync($"/api/v1/instances/{Session.NewCommand()}/end", new { commandId = Session.NewCommand(), reason = "找不到的件。" });

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
