using Platform.Activities.Tests;
using Platform.Governance.Rows;

namespace Platform.Activities.InquireSatisfaction;

public sealed class InquireSatisfactionActivityTests
{
    [Fact]
    public void Its_template_sample_and_inputs_agree_with_the_class() => ActivityFolder.ShouldAgree<InquireSatisfactionActivity>("inquire-satisfaction");

    [Fact]
    public async Task The_answer_and_both_ratings_are_kept()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "inquire");

        await engine.DoAsync(id, "inquire", "satisfied", null, ("method", "上门"), ("replyText", "路灯已修好。"), ("departmentRating", "satisfied"), ("responsibleRating", "mostly"));

        var rating = (await engine.BooksAsync<EvaluationRow>(rows => rows.Where(item => item.CaseId == id))).ShouldHaveSingleItem();
        (rating.DepartmentRating, rating.ResponsibleRating, rating.Method, rating.IsCurrent).ShouldBe(("satisfied", "mostly", "上门", true));
        (await engine.BooksAsync<DeliveryRow>(rows => rows.Where(item => item.CaseId == id && item.Kind == "reply"))).ShouldHaveSingleItem().Text.ShouldBe("路灯已修好。");
        (await engine.WaitingAsync(id)).ShouldBe("close");
    }

    [Theory]
    [InlineData("rework", "dispatch", 1, 1)]
    [InlineData("groundless", "adjudicate", 0, 0)]
    public async Task A_dissatisfied_citizen_is_heard(string outcome, string next, int reworks, int dissatisfied)
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "inquire");

        await engine.DoAsync(
            id, "inquire", outcome, null, ("method", "电话"), ("replyText", "已修好。"), ("departmentRating", "satisfied"), ("responsibleRating", "dissatisfied"),
            ("dissatisfactionReason", "还有两盏不亮。"));

        (await engine.WaitingAsync(id)).ShouldBe(next);
        var row = await engine.CaseAsync(id);
        (row.ReworkCount, row.DissatisfiedCount).ShouldBe((reworks, dissatisfied));
    }

    [Fact]
    public async Task Who_cannot_be_reached_must_have_been_tried_three_times()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "inquire");

        (await engine.TryAsync(id, "inquire", "unreachable", null, null, ("method", "电话"), ("replyText", "已修好。"), ("attempts", 2L))).Problem!.Code.ShouldBeOneOf("inquiry.attempts", "form.invalid");
        await engine.DoAsync(id, "inquire", "unreachable", null, ("method", "电话"), ("replyText", "已修好。"), ("attempts", 3L));

        (await engine.BooksAsync<EvaluationRow>(rows => rows.Where(item => item.CaseId == id))).ShouldBeEmpty();
        (await engine.BooksAsync<CommunicationRow>(rows => rows.Where(item => item.CaseId == id))).ShouldHaveSingleItem().Reached.ShouldBeFalse();
        (await engine.WaitingAsync(id)).ShouldBe("close");
    }

    [Fact]
    public async Task An_outcome_that_contradicts_the_ratings_is_refused()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "inquire");

        var refused = await engine.TryAsync(
            id, "inquire", "satisfied", null, null, ("method", "电话"), ("replyText", "已修好。"), ("departmentRating", "satisfied"), ("responsibleRating", "dissatisfied"),
            ("dissatisfactionReason", "还有两盏不亮。"));

        refused.Problem!.Code.ShouldBe("inquiry.rating-outcome");
    }

    [Fact]
    public async Task The_unit_that_handled_it_does_not_ask_and_ratings_have_to_be_written_down()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "inquire");

        (await engine.TryAsync(id, "inquire", "satisfied", "bm-zhujian/承办人", null)).Problem!.Code.ShouldBe("task.not-allowed");
        var missing = await engine.TryAsync(id, "inquire", "satisfied", null, null, ("method", "电话"), ("replyText", "已修好。"));

        missing.Problem!.Code.ShouldBeOneOf("form.invalid", "case.rating");
        (await engine.BooksAsync<EvaluationRow>(rows => rows.Where(item => item.CaseId == id))).ShouldBeEmpty();
    }
}
