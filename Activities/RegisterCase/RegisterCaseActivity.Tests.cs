using Platform.Activities.Tests;
using Platform.Governance.Rows;

namespace Platform.Activities.RegisterCase;

public sealed class RegisterCaseActivityTests
{
    [Fact]
    public void Its_template_sample_and_inputs_agree_with_the_class() => ActivityFolder.ShouldAgree<RegisterCaseActivity>("register-case");

    [Fact]
    public async Task Booking_keeps_the_particulars_and_the_opinion_in_one_step_and_goes_to_the_secretary()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();

        await engine.DoAsync(id, "register", "book", null, ("category", "供水排水"), ("urgency", "紧急"), ("crossDepartment", true));

        (await engine.WaitingAsync(id)).ShouldBe("review");
        var row = await engine.CaseAsync(id);
        (row.Category, row.Urgency, row.CrossDepartment, row.Stage, row.IsBooked).ShouldBe(("供水排水", "紧急", true, "待阅批", true));
        (await engine.BooksAsync<OpinionRow>(rows => rows.Where(item => item.CaseId == id))).ShouldHaveSingleItem().Step.ShouldBe("分类建账");
    }

    [Theory]
    [InlineData("redirect", "redirect-notice")]
    [InlineData("refuse", "refuse-notice")]
    public async Task Who_is_not_booked_is_told_why(string outcome, string next)
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();

        await engine.DoAsync(id, "register", outcome, null, ("category", "其他"), ("urgency", "一般"), ("legalMatter", "诉讼"), ("noBookReason", "属于诉讼"));

        (await engine.WaitingAsync(id)).ShouldBe(next);
        (await engine.CaseAsync(id)).NotBookedReason.ShouldBe("属于诉讼");
    }

    [Fact]
    public async Task A_repeated_arrival_is_merged_into_its_main_case_and_ends()
    {
        await using var engine = await CaseEngine.StartAsync();
        var main = await engine.RegisterAsync();
        var repeat = await engine.RegisterAsync();
        var number = (await engine.CaseAsync(main)).Number;

        await engine.DoAsync(repeat, "register", "merge", null, ("category", "道路交通"), ("urgency", "一般"), ("mainCase", number), ("noBookReason", "重复"));

        var row = await engine.CaseAsync(repeat);
        (row.MainCaseId, row.IsBooked, row.IsOpen, row.RepeatOrdinal).ShouldBe((main, false, false, 2));
        (await engine.CaseAsync(main)).RepeatCount.ShouldBe(1);
    }

    [Fact]
    public async Task A_number_that_does_not_exist_for_the_registrar_is_refused_like_one_that_does_not_exist()
    {
        await using var engine = await CaseEngine.StartAsync();
        var complaint = await engine.RegisterAsync("JB");
        var id = await engine.RegisterAsync();
        var number = (await engine.CaseAsync(complaint)).Number;

        foreach (var guess in (string[])["999901-X-LY-2026-99999", number])
        {
            var refused = await engine.TryAsync(id, "register", "merge", null, null, ("category", "道路交通"), ("urgency", "一般"), ("mainCase", guess), ("noBookReason", "重复"));
            refused.Problem!.Code.ShouldBeOneOf("case.main-not-found", "case.merge-sealed");
        }

        (await engine.WaitingAsync(id)).ShouldBe("register");
        (await engine.CaseAsync(id)).MainCaseId.ShouldBeNull();
    }

    [Fact]
    public async Task What_a_village_gives_up_belongs_to_the_desk_above_from_then_on()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync(registrar: "c001-djpt/登记员");
        var village = (await engine.CaseAsync(id)).DeskUnitId;

        await engine.DoAsync(id, "register", "raise", null, ("category", "道路交通"), ("urgency", "一般"), ("noBookReason", "村里办不了"));

        var row = await engine.CaseAsync(id);
        row.DeskUnitId.ShouldNotBe(village);
        row.Level.ShouldBe("Z");
        (await engine.TaskAsync(id, "register")).UnitId.ShouldBe(row.DeskUnitId);
        await using var db = engine.Get<Platform.Runtime.Persistence.PlatformDatabase>().CreateDbContext();
        (await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.Instances, item => item.Id == id)).OwnerUnitId.ShouldBe(row.DeskUnitId);
    }

    [Fact]
    public async Task The_county_has_nobody_above()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();

        var refused = await engine.TryAsync(id, "register", "raise", null, null, ("category", "道路交通"), ("urgency", "一般"), ("noBookReason", "办不了"));

        refused.Problem!.Code.ShouldBe("case.top-level");
    }

    [Fact]
    public async Task A_stranger_is_refused_and_a_form_without_its_category_changes_nothing()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();

        (await engine.TryAsync(id, "register", "book", "bm-zhujian/承办人", null, ("category", "其他"), ("urgency", "一般"))).Problem!.Code.ShouldBe("task.not-allowed");
        var invalid = (await engine.TryAsync(id, "register", "book", null, null, ("urgency", "一般"))).Problem.ShouldNotBeNull();

        invalid.Code.ShouldBe("form.invalid");
        invalid.Details.ShouldContain(detail => detail.Key == "category");
        (await engine.BooksAsync<OpinionRow>(rows => rows.Where(item => item.CaseId == id))).ShouldBeEmpty();
    }
}
