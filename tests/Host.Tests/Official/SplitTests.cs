using Platform.Governance.Cases;
using Platform.Governance.Splits;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Official;

public sealed class SplitTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private readonly CountyDesk _desk = new(shared.App);

    [Fact]
    public async Task A_matter_split_off_takes_part_of_the_number_and_both_name_each_other()
    {
        var main = await _desk.RegisterAsync("路灯损坏和医保报销");
        var clerk = await _desk.ViewerAsync("dengji");
        var order = Order(main, Ledgers.Claims);

        var first = (await _desk.Get<CaseSplits>().SplitAsync(clerk, order, default)).Value;
        var again = (await _desk.Get<CaseSplits>().SplitAsync(clerk, order, default)).Value;

        again.ShouldBe(first);
        var whole = (await _desk.Get<CaseQuery>().GetAsync(clerk, main, default))!;
        first.Number.ShouldBe(whole.Entry.Number + ".1");
        whole.Links.ShouldHaveSingleItem().Relation.ShouldBe("分出的件");
        var part = (await _desk.Get<CaseQuery>().GetAsync(clerk, first.CaseId, default))!;
        part.Links.ShouldHaveSingleItem().Relation.ShouldBe("原件");
        part.Citizen.HasContact.ShouldBeTrue();
    }

    [Fact]
    public async Task A_complaint_split_off_is_sealed_and_neither_shows_the_other()
    {
        var main = await _desk.RegisterAsync("路灯损坏和干部态度");
        var clerk = await _desk.ViewerAsync("dengji");

        var sealedPart = (await _desk.Get<CaseSplits>().SplitAsync(clerk, Order(main, Ledgers.Complaints), default)).Value;

        sealedPart.Number.ShouldStartWith("M-");
        (await _desk.Get<CaseQuery>().GetAsync(clerk, main, default))!.Links.ShouldBeEmpty();
        (await _desk.Get<CaseQuery>().GetAsync(clerk, sealedPart.CaseId, default))!.Links.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_the_desk_of_the_case_splits_it()
    {
        var main = await _desk.RegisterAsync();

        (await _desk.Get<CaseSplits>().SplitAsync(await _desk.ViewerAsync("shuji"), Order(main, Ledgers.Claims), default)).Problem!.Code.ShouldBe("case.split-desk");
        (await _desk.Get<CaseSplits>().SplitAsync(await _desk.ViewerAsync("zhujian"), Order(main, Ledgers.Claims), default)).Problem!.Code.ShouldBe("case.not-found");
    }

    [Fact]
    public async Task A_citizen_is_found_again_by_name_and_phone_and_a_case_by_the_end_of_its_number()
    {
        var id = await _desk.RegisterAsync("只此一件的事");
        var clerk = await _desk.ViewerAsync("dengji");
        var number = (await _desk.Get<CaseQuery>().GetAsync(clerk, id, default))!.Entry.Number;

        foreach (var text in (string[])["王秀英", "王 秀英", "13900001234", number[^5..], "只此一件"])
        {
            (await _desk.Get<CaseQuery>().SearchAsync(clerk, text, default)).ShouldContain(entry => entry.CaseId == id, text);
        }
        (await _desk.Get<CaseQuery>().SearchAsync(clerk, "王秀", default)).ShouldNotContain(entry => entry.CaseId == id);
    }

    private static SplitCase Order(Guid main, string ledger) => new()
    {
        CaseId = main, CommandId = Session.NewCommand(), Ledger = ledger, Title = "医保报销比例", Text = "住院费用报销比例不对，请核实。", Category = "医疗保障",
    };
}
