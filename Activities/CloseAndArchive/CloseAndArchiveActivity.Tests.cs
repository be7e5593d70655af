using Platform.Activities.Tests;
using Platform.Governance.Rows;

namespace Platform.Activities.CloseAndArchive;

public sealed class CloseAndArchiveActivityTests
{
    [Fact]
    public void Its_template_sample_and_inputs_agree_with_the_class() => ActivityFolder.ShouldAgree<CloseAndArchiveActivity>("close-and-archive");

    [Fact]
    public async Task A_closed_case_gets_a_place_in_the_archive_and_a_time_to_be_kept()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "close");

        await engine.DoAsync(id, "close", "close", null, ("result", "支持"));

        var row = await engine.CaseAsync(id);
        (row.IsOpen, row.ClosedAt, row.Result, row.ArchiveNumber).ShouldBe((false, engine.Clock.GetUtcNow(), "支持", $"DA-2026-{row.Number}"));
        row.Retention.ShouldNotBeNullOrEmpty();
        (await engine.WaitingAsync(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_main_case_waits_for_the_arrivals_that_were_merged_into_it()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "close");
        var repeat = await engine.RegisterAsync();
        await engine.Get<Platform.Runtime.Persistence.PlatformDatabase>().WriteAsync(
            (db, ct) => Platform.Governance.Cases.CaseBook.ChangeAsync(db, Platform.Governance.Demo.DemoCounty.TenantId, repeat, row => row.MainCaseId = id, ct), default);

        var refused = await engine.TryAsync(id, "close", "close", null, null, ("result", "支持"));

        refused.Problem!.Code.ShouldBe("case.close-conditions");
        refused.Problem.Message.ShouldContain("并入本件的来件");
        (await engine.CaseAsync(id)).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task Supervision_ends_with_the_case()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "feedback");
        await engine.MoveToAsync((await engine.CaseAsync(id)).PromiseDueAt!.Value);
        await engine.DoAsync(id, "reply", "reply", null, ("progress", "材料已到位。"), ("measures", "每日报告进展。"));
        await engine.ReachAsync(id, "close");

        await engine.DoAsync(id, "close", "close", null, ("result", "支持"));

        (await engine.BooksAsync<SupervisionOrderRow>(rows => rows.Where(item => item.CaseId == id))).ShouldAllBe(order => order.LiftedAt != null);
    }

    [Fact]
    public async Task Only_the_desk_closes_and_says_with_what_result()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "close");

        (await engine.TryAsync(id, "close", "close", "bm-zhujian/承办人", null, ("result", "支持"))).Problem!.Code.ShouldBe("task.not-allowed");
        (await engine.TryAsync(id, "close", "close", null, null)).Problem!.Details.ShouldContain(detail => detail.Key == "result");
        (await engine.CaseAsync(id)).IsOpen.ShouldBeTrue();
    }
}
