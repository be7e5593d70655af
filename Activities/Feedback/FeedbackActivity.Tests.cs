using Platform.Activities.Tests;
using Platform.Governance.Rows;

namespace Platform.Activities.Feedback;

public sealed class FeedbackActivityTests
{
    [Fact]
    public void Its_template_sample_and_inputs_agree_with_the_class() => ActivityFolder.ShouldAgree<FeedbackActivity>("feedback");

    [Fact]
    public async Task The_head_who_signs_makes_it_the_feedback_of_the_unit()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "sign-off");
        (await engine.CaseAsync(id)).FeedbackAt.ShouldBeNull();

        await engine.DoAsync(id, "sign-off", "approve", "同意报出。");

        var row = await engine.CaseAsync(id);
        (row.Result, row.FeedbackAt, row.Stage).ShouldBe(("支持", engine.Clock.GetUtcNow(), "待初核"));
    }

    [Fact]
    public async Task The_head_who_sends_it_back_lets_the_handler_write_again()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "sign-off");

        await engine.DoAsync(id, "sign-off", "back", "请写明依据。", ("signOffNote", "请写明依据。"));

        (await engine.WaitingAsync(id)).ShouldBe("feedback");
        (await engine.CaseAsync(id)).FeedbackAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_suggestion_is_studied_instead()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync("JY");
        await engine.ReachAsync(id, "study");

        await engine.DoAsync(id, "study", "submit", null, ("conclusion", "采纳"), ("facts", "论证可行"), ("handlingOpinion", "采纳。"), ("plan", "列入年度计划。"));

        (await engine.CaseAsync(id)).Result.ShouldBe("采纳");
        (await engine.WaitingAsync(id)).ShouldBe("sign-off");
    }

    [Fact]
    public async Task A_helping_unit_gives_its_opinion_beside_the_leading_one()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "dispatch");
        await engine.DoAsync(id, "dispatch", "dispatch", null, ("leadUnit", await engine.UnitAsync("bm-zhujian")), ("coUnits", new[] { await engine.UnitAsync("bm-gongan") }));
        await engine.DoAsync(id, "sign", "accept", null);

        await engine.DoAsync(id, "co-handle", "submit", null, ("coOpinion", "道路一侧已封闭。"));

        var helped = (await engine.BooksAsync<CoHandlingRow>(rows => rows.Where(item => item.CaseId == id))).ShouldHaveSingleItem();
        (helped.Text, helped.AnsweredAt).ShouldBe(("道路一侧已封闭。", engine.Clock.GetUtcNow()));
        (await engine.WaitingAsync(id)).ShouldBe("feedback");
    }

    [Fact]
    public async Task A_supervision_order_is_answered_with_progress_and_measures()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "feedback");
        await engine.MoveToAsync((await engine.CaseAsync(id)).PromiseDueAt!.Value);

        await engine.DoAsync(id, "reply", "reply", null, ("progress", "材料已到位。"), ("measures", "每日报告进展。"));

        var order = (await engine.BooksAsync<SupervisionOrderRow>(rows => rows.Where(item => item.CaseId == id))).ShouldHaveSingleItem();
        (order.Progress, order.Measures, order.RepliedAt).ShouldBe(("材料已到位。", "每日报告进展。", engine.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Only_the_handler_reports_and_says_what_was_found()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "feedback");

        (await engine.TryAsync(id, "feedback", "submit", "bm-gongan/承办人", null)).Problem!.Code.ShouldBe("task.not-allowed");
        var missing = await engine.TryAsync(id, "feedback", "submit", null, null, ("claim", "路灯不亮"));

        missing.Problem!.Details.Select(detail => detail.Key).ShouldBe(["facts", "conclusion", "handlingOpinion", "basis"], ignoreOrder: true);
    }
}
