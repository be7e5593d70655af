using System.IO.Compression;
using System.Security.Cryptography;
using Platform.Governance.Archives;
using Platform.Governance.Demo;
using Platform.Governance.Figures;
using Platform.Runtime.Access;
using Platform.Testing;

namespace Platform.Activities.Tests.Cases;

/// <summary>What is counted and what is packed comes from the books.</summary>
public sealed class FiguresTests
{
    public static TheoryData<DatabaseKind> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Figures_are_counted_from_the_cases_with_their_denominators(DatabaseKind kind)
    {
        await using var engine = await CaseEngine.StartAsync(kind);
        var from = engine.Clock.GetUtcNow();
        var closed = await engine.RegisterAsync();
        await engine.ReachAsync(closed, "close");
        await engine.DoAsync(closed, "close", "close", null, ("result", "支持"));
        var late = await engine.RegisterAsync();
        await engine.ReachAsync(late, "feedback");
        await engine.MoveToAsync((await engine.CaseAsync(late)).PromiseDueAt!.Value.AddDays(2));
        await engine.DoAsync(late, "reply", "reply", null, ("progress", "在办"), ("measures", "加快"));
        await engine.ReachAsync(late, "check");
        var suggestion = await engine.RegisterAsync("JY");
        var repeat = await engine.RegisterAsync();
        await engine.DoAsync(
            repeat, "register", "merge", null, ("category", "道路交通"), ("urgency", "一般"), ("mainCase", (await engine.CaseAsync(late)).Number), ("noBookReason", "重复"));

        var figures = await engine.Get<Statistics>().CountyAsync(DemoCounty.TenantId, from, engine.Clock.GetUtcNow().AddDays(1), default);

        (figures.Booked, figures.Merged, figures.Open, figures.Overdue).ShouldBe((3, 1, 2, 1));
        figures.ByLedger.ShouldBe(new Dictionary<string, int> { ["JY"] = 1, ["LY"] = 2 }, ignoreOrder: true);
        (figures.Rated.Part, figures.Rated.Whole, figures.OnTimePromise.Part, figures.OnTimePromise.Whole).ShouldBe((1, 3, 1, 2));
        (await engine.CaseAsync(suggestion)).IsOpen.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_a_reader_may_not_see_is_not_counted_for_them(DatabaseKind kind)
    {
        await using var engine = await CaseEngine.StartAsync(kind);
        var from = engine.Clock.GetUtcNow();
        await engine.RegisterAsync("JB");
        await engine.RegisterAsync();
        var office = await engine.Get<Viewers>().ForPersonAsync(DemoCounty.TenantId, await engine.PersonAsync("dengji"), default);
        var stranger = await engine.Get<Viewers>().ForPersonAsync(DemoCounty.TenantId, await engine.PersonAsync("bm-wenlv/承办人"), default);

        (await engine.Get<Statistics>().CountAsync(office, from, from.AddDays(1), default)).Booked.ShouldBe(2);
        (await engine.Get<Statistics>().CountAsync(stranger, from, from.AddDays(1), default)).Booked.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_file_is_packed_with_the_digest_of_every_part_and_only_for_those_who_may_read_it(DatabaseKind kind)
    {
        await using var engine = await CaseEngine.StartAsync(kind);
        var id = await engine.RegisterAsync();
        await engine.ReachAsync(id, "close");
        await engine.DoAsync(id, "close", "close", null, ("result", "支持"));
        var viewer = await engine.Get<Viewers>().ForPersonAsync(DemoCounty.TenantId, await engine.PersonAsync("dengji"), default);
        var stranger = await engine.Get<Viewers>().ForPersonAsync(DemoCounty.TenantId, await engine.PersonAsync("bm-wenlv/承办人"), default);
        using var file = new MemoryStream();

        var manifest = (await engine.Get<ArchivePackage>().WriteAsync(viewer, id, file, default)).Value;

        manifest.Number.ShouldBe((await engine.CaseAsync(id)).Number);
        await using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var part in manifest.Parts)
        {
            await using var content = await zip.GetEntry(part.Name).ShouldNotBeNull(part.Name).OpenAsync();
            Convert.ToHexStringLower(await SHA256.HashDataAsync(content)).ShouldBe(part.Sha256, StringCompareShould.IgnoreCase);
        }

        zip.Entries.Select(entry => entry.FullName).ShouldContain("案卷/过程留痕.json");
        (await engine.Get<ArchivePackage>().WriteAsync(stranger, id, new MemoryStream(), default)).Problem!.Code.ShouldBe("case.not-found");
    }
}
