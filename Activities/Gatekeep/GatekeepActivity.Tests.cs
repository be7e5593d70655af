using Platform.Activities.Tests;
using Platform.Governance.Rows;

namespace Platform.Activities.Gatekeep;

public sealed class GatekeepActivityTests
{
    [Fact]
    public void Its_template_sample_and_inputs_agree_with_the_class() => ActivityFolder.ShouldAgree<GatekeepActivity>("gatekeep");

    [Fact]
    public async Task What_passes_both_gates_is_answered()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "check");

        await engine.DoAsync(id, "check", "pass", "事实清楚。");
        (await engine.WaitingAsync(id)).ShouldBe("gatekeep");
        await engine.DoAsync(id, "gatekeep", "pass", "同意答复。");

        (await engine.WaitingAsync(id)).ShouldBe("inquire");
    }

    [Theory]
    [InlineData("check", "checkNote")]
    [InlineData("gatekeep", "instruction")]
    public async Task Sent_back_the_unit_works_again_and_the_promised_date_stays(string gate, string note)
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, gate);
        var before = await engine.CaseAsync(id);

        await engine.DoAsync(id, gate, "back", "没有写明兑现的时间。", ("defects", new[] { "没有承诺期限" }), (note, "没有写明兑现的时间。"));

        var row = await engine.CaseAsync(id);
        (row.ReworkCount, row.PromiseDueAt, row.OriginalPromiseDueAt).ShouldBe((1, before.PromiseDueAt, before.OriginalPromiseDueAt));
        (await engine.WaitingAsync(id)).ShouldBe("dispatch");
    }

    [Theory]
    [InlineData("uphold", "close", 0)]
    [InlineData("rework", "dispatch", 1)]
    public async Task The_secretary_decides_whether_a_claim_is_groundless(string outcome, string next, int reworks)
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "inquire");
        await DissatisfyAsync(engine, id, "groundless");

        await engine.DoAsync(id, "adjudicate", outcome, "已当面解释。", ("evidence", "查阅原始凭证。"));

        (await engine.WaitingAsync(id)).ShouldBe(next);
        (await engine.CaseAsync(id)).ReworkCount.ShouldBe(reworks);
    }

    [Theory]
    [InlineData("explain", "close")]
    [InlineData("rework", "dispatch")]
    [InlineData("secretary", "escalate-3")]
    public async Task A_citizen_who_stays_dissatisfied_brings_the_second_line(string outcome, string next)
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        while (await engine.WaitingAsync(id) != "escalate")
        {
            await engine.ReachAsync(id, "inquire");
            await DissatisfyAsync(engine, id, "rework");
        }

        await engine.DoAsync(id, "escalate", outcome, "按要求办理。", ("instruction", "分管领导包案。"));

        (await engine.WaitingAsync(id)).ShouldBe(next);
        (await engine.BooksAsync<SupervisionOrderRow>(rows => rows.Where(item => item.CaseId == id && item.Line == 2))).ShouldHaveSingleItem().Reason.ShouldBe("分管领导包案。");
        (await engine.CaseAsync(id)).SupervisionLine.ShouldBe(2);
    }

    [Fact]
    public async Task The_office_does_not_pass_the_gate_of_the_secretary_and_a_defect_has_to_be_named()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "gatekeep");

        (await engine.TryAsync(id, "gatekeep", "pass", "dengji", "同意。")).Problem!.Code.ShouldBe("task.not-allowed");
        var missing = await engine.TryAsync(id, "gatekeep", "back", null, "退回。");

        missing.Problem!.Details.ShouldContain(detail => detail.Key == "defects");
        (await engine.CaseAsync(id)).ReworkCount.ShouldBe(0);
    }

    private static Task DissatisfyAsync(CaseEngine engine, Guid id, string outcome) => engine.DoAsync(
        id, "inquire", outcome, null, ("method", "电话"), ("replyText", "已修好。"), ("departmentRating", "satisfied"), ("responsibleRating", "dissatisfied"),
        ("dissatisfactionReason", "还没有真正解决。"));
}
