using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Platform.Governance.Cases;
using Platform.Governance.Rows;
using Platform.Host.Tests.Testing;
using Platform.Runtime.Persistence;

namespace Platform.Host.Tests.Public;

public sealed class ReportTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Story = "我们小区三号楼门前的路灯坏了半个月，晚上老人出门看不见路。请尽快修好。";
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public async Task What_a_citizen_reports_waits_for_the_registrar_with_its_place_and_its_picture()
    {
        var (code, _) = await ReportAsync([("Entry.Town", "z01"), ("Entry.Village", "c001"), ("Entry.Person", "赵桂兰"), ("Entry.Phone", "13900005678")], ("路灯.png", Png));

        var row = await FindAsync(code);
        row.Stage.ShouldBe("待建账");
        row.Channel.ShouldBe(CaseChannels.Online);
        row.RegisteredById.ShouldBeNull();
        (row.Town, row.Village, row.HasContact).ShouldBe(("z01", "c001", true));
        row.Title.ShouldBe("我们小区三号楼门前的路灯坏了半个月，晚上老人出门看不见路");
        row.PetitionerName!.ShouldStartWith("s1:");
        using var clerk = await Session.SignInAsync(shared.App, "dengji");
        (await clerk.TextAsync("/api/v1/tasks")).ShouldContain(row.Number);
        (await clerk.TextAsync($"/cases/{row.Id}?tab=papers")).ShouldContain("路灯.png");
    }

    [Fact]
    public async Task A_form_sent_twice_makes_one_case_and_gives_the_same_code()
    {
        using var client = shared.App.NewClient();
        var form = await PlainForm.OpenAsync(client, "/report");

        var first = await form.SendAsync(Fields([]));
        var second = await form.SendAsync(Fields([]));

        Code(second.Text).ShouldBe(Code(first.Text));
    }

    [Fact]
    public async Task Without_name_and_phone_nothing_of_the_sender_is_kept()
    {
        var (code, _) = await ReportAsync([]);

        var row = await FindAsync(code);
        (row.PetitionerName, row.Phone, row.IdentityKey, row.HasContact).ShouldBe((null, null, null, false));
    }

    [Fact]
    public async Task A_complaint_is_sealed_with_its_files_and_does_not_exist_for_the_accused()
    {
        var (code, page) = await ReportAsync([("Entry.Accuses", "true"), ("Entry.Accused", "县住建局郑永福")], ("证据.png", Png));

        page.ShouldNotContain("郑永福");
        var row = await FindAsync(code);
        row.Ledger.ShouldBe(Ledgers.Complaints);
        row.Title.ShouldStartWith("s1:");
        await using var db = shared.App.Services.GetRequiredService<PlatformDatabase>().CreateDbContext();
        var file = await db.Attachments.SingleAsync(item => item.InstanceId == row.Id);
        file.IsSealed.ShouldBeTrue();
        (await db.AttachmentContents.SingleAsync(item => item.AttachmentId == file.Id)).Content.AsSpan().IndexOf(Png).ShouldBe(-1);
        using var accused = await Session.SignInAsync(shared.App, "zhujian-fz");
        using var hidden = await accused.GetAsync("/attachments/" + file.Id);
        hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var clerk = await Session.SignInAsync(shared.App, "dengji");
        using var shown = await clerk.GetAsync("/attachments/" + file.Id);
        (await shown.Content.ReadAsByteArrayAsync()).ShouldBe(Png);
    }

    [Theory]
    [InlineData("Entry.Text", "路灯坏了", "请写清楚是什么事")]
    [InlineData("Entry.Phone", "12ab", "请填写手机号")]
    [InlineData("Entry.Village", "c002", "不在这个乡镇")]
    [InlineData("Entry.Text", "本单位收到文件《关于某事的通知》机密★一年，请转交有关部门处理。", "国家秘密")]
    [InlineData("Entry.Agrees", "false", "请阅读个人信息处理告知")]
    public async Task What_is_wrong_is_said_at_its_field_and_what_was_typed_stays(string field, string value, string said)
    {
        using var client = shared.App.NewClient();
        var form = await PlainForm.OpenAsync(client, "/report");

        var (_, text, _) = await form.SendAsync(Fields([("Entry.Town", "z01"), (field, value), ("Entry.Place", "阳光花园三号楼门前")]));

        text.ShouldContain(said);
        text.ShouldContain("value=\"阳光花园三号楼门前\"");
    }

    [Fact]
    public async Task Who_sends_too_much_is_asked_to_wait_and_looking_at_the_page_does_not_count()
    {
        await using var app = new HostApp().With("RateLimits:SubmissionsPerHour", "2");
        using var client = app.NewClient();
        var form = await PlainForm.OpenAsync(client, "/report");
        await form.SendAsync(Fields([]));
        await form.SendAsync(Fields([]));

        var third = await form.SendAsync(Fields([]));

        third.Location.ShouldBe("/too-many");
        (await client.GetAsync(new Uri("/report", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetStringAsync(new Uri("/too-many", UriKind.Relative))).ShouldNotBeEmpty();
    }

    private async Task<(string Code, string Page)> ReportAsync((string, string)[] fields, params (string Name, byte[] Content)[] files)
    {
        using var client = shared.App.NewClient();
        var form = await PlainForm.OpenAsync(client, "/report");
        var (status, text, _) = await form.SendAsync(Fields(fields), files);
        status.ShouldBe(HttpStatusCode.OK);
        return (Code(text), text);
    }

    private static IEnumerable<(string Name, string Value)> Fields((string Name, string Value)[] fields) =>
        new[] { ("Entry.Text", Story), ("Entry.Agrees", "true") }.Where(field => !Array.Exists(fields, other => other.Name == field.Item1)).Concat(fields);

    private static string Code(string page)
    {
        var code = Regex.Match(page, "query-code[^>]*>([2-9A-Z]{8})<").Groups[1].Value;
        code.ShouldNotBeEmpty(page);
        return code;
    }

    private async Task<CaseRow> FindAsync(string code)
    {
        await using var db = shared.App.Services.GetRequiredService<PlatformDatabase>().CreateDbContext();
        return await db.Set<CaseRow>().SingleAsync(row => row.QueryCode == code);
    }
}
