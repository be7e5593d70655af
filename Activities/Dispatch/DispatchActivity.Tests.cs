using Platform.Activities.Tests;
using Platform.Governance.Rows;

namespace Platform.Activities.Dispatch;

public sealed class DispatchActivityTests
{
    [Fact]
    public void Its_template_sample_and_inputs_agree_with_the_class() => ActivityFolder.ShouldAgree<DispatchActivity>("dispatch");

    [Fact]
    public async Task The_unit_that_gets_the_case_signs_for_it_and_its_helpers_are_asked()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "dispatch");

        await engine.DoAsync(
            id, "dispatch", "dispatch", null, ("leadUnit", await engine.UnitAsync("bm-zhujian")), ("coUnits", new[] { await engine.UnitAsync("bm-gongan") }), ("requirement", "请联合查看。"));
        await engine.DoAsync(id, "sign", "accept", null);

        var given = (await engine.BooksAsync<DispatchRow>(rows => rows.Where(item => item.CaseId == id))).ShouldHaveSingleItem();
        (given.Requirement, given.SignedAt).ShouldBe(("请联合查看。", engine.Clock.GetUtcNow()));
        (await engine.WaitingAsync(id)).ShouldBe("co-handle feedback");
        (await engine.BooksAsync<CoHandlingRow>(rows => rows.Where(item => item.CaseId == id))).ShouldHaveSingleItem().UnitId.ToString().ShouldBe(await engine.UnitAsync("bm-gongan"));
    }

    [Fact]
    public async Task An_objection_that_is_upheld_moves_the_case_and_the_citizen_is_told()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "sign");
        var due = (await engine.CaseAsync(id)).PromiseDueAt;

        await engine.DoAsync(id, "sign", "object", null, ("objectionBasis", "权责清单未列"), ("objectionReason", "属交通部门"));
        await engine.DoAsync(id, "rule-objection", "reassign", null, ("leadUnit", await engine.UnitAsync("bm-jiaotong")), ("rulingReason", "异议成立。"));

        var row = await engine.CaseAsync(id);
        (row.Objections, row.LeadUnitId!.Value.ToString(), row.PromiseDueAt).ShouldBe((1, await engine.UnitAsync("bm-jiaotong"), due));
        (await engine.TaskAsync(id, "sign")).UnitId.ShouldBe(row.LeadUnitId);
        (await engine.BooksAsync<DeliveryRow>(rows => rows.Where(item => item.CaseId == id && item.Kind == "reassign"))).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_was_appointed_does_not_object_again()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "sign");
        await engine.DoAsync(id, "sign", "object", null, ("objectionBasis", "权责清单未列"), ("objectionReason", "属交通部门"));
        await engine.DoAsync(id, "rule-objection", "confirm", null, ("leadUnit", await engine.UnitAsync("bm-zhujian")), ("rulingReason", "首接负责。"));

        var again = await engine.TryAsync(id, "sign", "object", null, null, ("objectionBasis", "权责清单未列"), ("objectionReason", "属交通部门"));

        again.Problem!.Code.ShouldBe("case.objection-appointed");
        await engine.DoAsync(id, "sign", "accept", null);
        (await engine.WaitingAsync(id)).ShouldBe("feedback");
    }

    [Fact]
    public async Task After_five_working_days_the_case_counts_as_taken()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "sign");
        await engine.MoveToAsync(engine.Clock.GetUtcNow().AddDays(9));

        var late = await engine.TryAsync(id, "sign", "object", null, null, ("objectionBasis", "权责清单未列"), ("objectionReason", "属交通部门"));

        late.Problem!.Code.ShouldBe("case.objection-late");
    }

    [Fact]
    public async Task A_complaint_is_handed_over_sealed_and_signed_for()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync("JB", change: command => command with { Title = "反映村干部优亲厚友", Category = "检举控告" });
        await engine.ReachAsync(id, "seal");

        (await engine.TryAsync(id, "seal", "sent", "bm-zhujian/承办人", null, ("copies", 1L), ("bagNumber", "MF-7"))).Problem!.Code.ShouldBe("task.not-found");
        await engine.DoAsync(id, "seal", "sent", null, ("copies", 1L), ("bagNumber", "MF-7"));
        await engine.DoAsync(id, "receive-transfer", "received", null, ("receiptNumber", "SJ-7"));

        var transfer = (await engine.BooksAsync<TransferRow>(rows => rows.Where(item => item.CaseId == id))).ShouldHaveSingleItem();
        (transfer.BagNumber, transfer.ReceiptNumber, transfer.ReceivedAt).ShouldBe(("MF-7", "SJ-7", engine.Clock.GetUtcNow()));
        (await engine.CaseAsync(id)).Result.ShouldBe("移送");
    }

    [Fact]
    public async Task Only_the_office_dispatches_and_names_a_unit()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "dispatch");

        (await engine.TryAsync(id, "dispatch", "dispatch", "bm-zhujian/签收员", null, ("leadUnit", await engine.UnitAsync("bm-zhujian")))).Problem!.Code.ShouldBe("task.not-allowed");
        (await engine.TryAsync(id, "dispatch", "dispatch", null, null)).Problem!.Details.ShouldContain(detail => detail.Key == "leadUnit");
    }
}
