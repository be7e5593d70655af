using Platform.Activities.Tests;
using Platform.Governance.Rows;

namespace Platform.Activities.Supervise;

public sealed class SuperviseActivityTests
{
    [Fact]
    public void Its_template_sample_and_inputs_agree_with_the_class() => ActivityFolder.ShouldAgree<SuperviseActivity>("supervise");

    [Fact]
    public async Task A_day_before_the_promised_date_the_first_line_reminds_and_the_handling_goes_on()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "feedback");
        var due = (await engine.CaseAsync(id)).PromiseDueAt!.Value;

        await engine.MoveToAsync(due.AddHours(-30));
        (await engine.WaitingAsync(id)).ShouldBe("feedback");
        await engine.MoveToAsync(due);

        var order = (await engine.BooksAsync<SupervisionOrderRow>(rows => rows.Where(item => item.CaseId == id))).ShouldHaveSingleItem();
        (order.Line, order.Reason).ShouldBe((1, "临近承诺时限"));
        (await engine.WaitingAsync(id)).ShouldBe("feedback reply");
    }

    [Fact]
    public async Task Who_stays_late_meets_the_second_and_the_third_line()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "feedback");
        var due = (await engine.CaseAsync(id)).PromiseDueAt!.Value;

        foreach (var days in (int[])[0, 4, 10, 20, 30])
        {
            await engine.MoveToAsync(due.AddDays(days));
            if ((await engine.WaitingAsync(id)).Contains("reply", StringComparison.Ordinal))
            {
                await engine.DoAsync(id, "reply", "reply", null, ("progress", "正在办。"), ("measures", "加派人手。"));
            }
        }

        var lines = (await engine.BooksAsync<SupervisionOrderRow>(rows => rows.Where(item => item.CaseId == id))).OrderBy(order => order.At).Select(order => order.Line).ToList();
        lines.ShouldBe(lines.Order());
        lines.Distinct().ShouldBe([1, 2, 3]);
        (await engine.CaseAsync(id)).SupervisionLine.ShouldBe(3);
    }

    [Fact]
    public async Task Nobody_is_reminded_of_what_was_reported_in_time()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "check");

        await engine.MoveToAsync((await engine.CaseAsync(id)).PromiseDueAt!.Value.AddDays(3));

        (await engine.BooksAsync<SupervisionOrderRow>(rows => rows.Where(item => item.CaseId == id))).ShouldBeEmpty();
    }
}
