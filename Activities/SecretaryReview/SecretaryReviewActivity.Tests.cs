using Platform.Activities.Tests;

namespace Platform.Activities.SecretaryReview;

public sealed class SecretaryReviewActivityTests
{
    [Fact]
    public void Its_template_sample_and_inputs_agree_with_the_class() => ActivityFolder.ShouldAgree<SecretaryReviewActivity>("secretary-review");

    [Theory]
    [InlineData("agree")]
    [InlineData("change")]
    public async Task With_agreement_the_case_is_accepted_and_both_clocks_start(string outcome)
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "review");

        await engine.DoAsync(id, "review", outcome, "请住建局牵头。", ("leadUnit", await engine.UnitAsync("bm-zhujian")), ("instruction", "请住建局牵头。"));

        var row = await engine.CaseAsync(id);
        row.AcceptedAt.ShouldBe(engine.Clock.GetUtcNow());
        row.PromiseDueAt.ShouldNotBeNull();
        (row.OriginalPromiseDueAt, row.OriginalLegalDueAt).ShouldBe((row.PromiseDueAt, row.LegalDueAt));
        row.LegalDueAt!.Value.ShouldBeGreaterThan(row.PromiseDueAt!.Value);
        (await engine.WaitingAsync(id)).ShouldBe("notice");
    }

    [Fact]
    public async Task Sent_back_it_returns_to_the_registrar_and_no_clock_runs()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "review");

        await engine.DoAsync(id, "review", "supplement", "请补充地点。", ("instruction", "请补充地点。"));

        (await engine.WaitingAsync(id)).ShouldBe("register");
        var row = await engine.CaseAsync(id);
        (row.AcceptedAt, row.PromiseDueAt).ShouldBe((null, null));
    }

    [Fact]
    public async Task Refused_it_is_told_with_the_reason()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "review");

        await engine.DoAsync(id, "review", "reject", "已有终局结论。", ("instruction", "已有终局结论。"));

        (await engine.WaitingAsync(id)).ShouldBe("refuse-notice");
        (await engine.CaseAsync(id)).NotBookedReason.ShouldBe("已有终局结论。");
    }

    [Fact]
    public async Task Only_the_secretary_reviews_and_agreement_needs_a_leading_unit()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "review");

        var stranger = await engine.TryAsync(id, "review", "agree", "dengji", "同意。", ("leadUnit", await engine.UnitAsync("bm-zhujian")));
        var missing = await engine.TryAsync(id, "review", "agree", null, "同意。");

        stranger.Problem!.Code.ShouldBe("task.not-allowed");
        missing.Problem!.Code.ShouldBe("form.invalid");
        missing.Problem.Details.ShouldContain(detail => detail.Key == "leadUnit");
        (await engine.CaseAsync(id)).AcceptedAt.ShouldBeNull();
    }
}
