using Platform.Activities.Tests;
using Platform.Governance.Rows;

namespace Platform.Activities.AcceptanceNotice;

public sealed class AcceptanceNoticeActivityTests
{
    [Fact]
    public void Its_template_sample_and_inputs_agree_with_the_class() => ActivityFolder.ShouldAgree<AcceptanceNoticeActivity>("acceptance-notice");

    [Fact]
    public async Task What_was_told_stays_as_a_receipt()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "notice");

        await engine.DoAsync(id, "notice", "sent", null, ("method", "短信"), ("noticeText", "您反映的事项已经受理。"));

        var told = (await engine.BooksAsync<DeliveryRow>(rows => rows.Where(item => item.CaseId == id))).ShouldHaveSingleItem();
        (told.Kind, told.Method, told.Text).ShouldBe(("accept", "短信", "您反映的事项已经受理。"));
        (await engine.WaitingAsync(id)).ShouldBe("dispatch");
    }

    [Theory]
    [InlineData("redirect", "redirect-notice", "导入")]
    [InlineData("refuse", "refuse-notice", "不予受理")]
    public async Task Those_who_are_not_booked_are_told_and_the_books_say_how_it_ended(string outcome, string element, string result)
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.DoAsync(id, "register", outcome, null, ("category", "其他"), ("urgency", "一般"), ("legalMatter", "诉讼"), ("noBookReason", "属于诉讼"));

        await engine.DoAsync(id, element, "sent", null, ("method", "电话"));

        (await engine.CaseAsync(id)).Result.ShouldBe(result);
        (await engine.WaitingAsync(id)).ShouldBe("close");
    }

    [Fact]
    public async Task Who_left_a_phone_number_cannot_be_left_untold()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "notice");

        (await engine.TryAsync(id, "notice", "exempt", null, null)).Problem!.Code.ShouldBe("notice.has-contact");

        (await engine.WaitingAsync(id)).ShouldBe("notice");
    }

    [Fact]
    public async Task Who_left_none_is_exempt()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync(phone: null);
        await engine.DoAsync(id, "register", "refuse", null, ("category", "其他"), ("urgency", "一般"), ("noBookReason", "没有新的事实"));

        await engine.DoAsync(id, "refuse-notice", "exempt", null);

        (await engine.BooksAsync<DeliveryRow>(rows => rows.Where(item => item.CaseId == id))).ShouldBeEmpty();
        (await engine.WaitingAsync(id)).ShouldBe("close");
    }

    [Fact]
    public async Task Only_the_desk_tells_and_says_how()
    {
        await using var engine = await CaseEngine.StartAsync();
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "notice");

        (await engine.TryAsync(id, "notice", "sent", "bm-zhujian/承办人", null, ("method", "短信"))).Problem!.Code.ShouldBe("task.not-allowed");
        (await engine.TryAsync(id, "notice", "sent", null, null)).Problem!.Details.ShouldContain(detail => detail.Key == "method");
    }
}
