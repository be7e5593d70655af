using System.Text;
using Platform.Kernel;
using Platform.Runtime.Definitions.Drafts;
using Platform.Runtime.Definitions.Packages;
using Platform.Testing;

namespace Platform.Runtime.Tests.Definitions.Packages;

public sealed class DraftPackagesTests
{
    private const string Decision = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="t" name="急件" id="m">
          <decision id="urgent" name="急件"><variable name="急件"/><literalExpression><text>AMOUNT</text></literalExpression></decision>
        </definitions>
        """;

    public static TheoryData<DatabaseKind> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_packed_draft_put_into_another_process_gives_the_same_files(DatabaseKind kind)
    {
        await using var engine = await TestEngine.StartAsync(kind);
        await PublishDrafts.FirstVersionAsync(engine);
        await SaveAsync(engine, "p", "register.form.json", Form("甲"));
        await SaveAsync(engine, "p", "texts/告知书.md", "告知");
        byte[] packed = PackageWriter.Write((await Packages(engine).PackAsync(TestCounty.Tenant, "p", null, default)).Value);
        await OtherDraftAsync(engine);
        await SaveAsync(engine, "q", "register.form.json", Form("乙"));
        await SaveAsync(engine, "q", "old.form.json", Form("旧"));

        DraftImport plan = (await PlanAsync(engine, "q", packed)).Value;
        (await Packages(engine).TakeAsync(TestCounty.Tenant, "q", plan.Files, engine.County.Person("admin"), default)).ShouldBeNull();

        plan.Files.Select(f => (f.Name, f.Kind)).ShouldBe([("texts/告知书.md", FileChange.Added), ("register.form.json", FileChange.Replaced), ("old.form.json", FileChange.Removed)]);
        plan.Process.ShouldBe(Encoding.UTF8.GetBytes(PublishDrafts.Bpmn("登记")));
        (await BesideAsync(engine, "q")).ShouldBe(await BesideAsync(engine, "p"));
    }

    [Fact]
    public async Task An_import_can_be_put_back()
    {
        await using var engine = await TestEngine.StartAsync();
        await PublishDrafts.FirstVersionAsync(engine);
        await SaveAsync(engine, "p", "a.form.json", Form("甲"));
        await OtherDraftAsync(engine);
        await SaveAsync(engine, "q", "b.form.json", Form("乙"));
        IReadOnlyDictionary<string, string> before = await BesideAsync(engine, "q");
        byte[] packed = PackageWriter.Write((await Packages(engine).PackAsync(TestCounty.Tenant, "p", null, default)).Value);
        DraftImport plan = (await PlanAsync(engine, "q", packed)).Value;
        await Packages(engine).TakeAsync(TestCounty.Tenant, "q", plan.Files, engine.County.Person("admin"), default);

        (await Packages(engine).PutBackAsync(TestCounty.Tenant, "q", plan.Files, engine.County.Person("admin"), default)).ShouldBeNull();

        (await BesideAsync(engine, "q")).ShouldBe(before);
    }

    [Fact]
    public async Task A_decision_takes_the_place_of_the_file_with_the_same_decision()
    {
        await using var engine = await TestEngine.StartAsync();
        await PublishDrafts.FirstVersionAsync(engine);
        await SaveAsync(engine, "p", "rules.dmn", Decision);

        DraftImport same = (await PlanAsync(engine, "p", Encoding.UTF8.GetBytes(Decision), "from-elsewhere.dmn")).Value;
        DraftImport changed = (await PlanAsync(engine, "p", Encoding.UTF8.GetBytes(Decision.Replace("AMOUNT", "1", StringComparison.Ordinal)), "from-elsewhere.dmn")).Value;
        DraftImport other = (await PlanAsync(engine, "p", Encoding.UTF8.GetBytes(Decision.Replace("urgent", "other", StringComparison.Ordinal)), "../别处 的.dmn")).Value;

        same.Files.ShouldHaveSingleItem().Kind.ShouldBe(FileChange.Same);
        changed.Files.ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Name.ShouldBe("rules.dmn"), f => f.Kind.ShouldBe(FileChange.Replaced));
        other.Files.ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Name.ShouldBe("别处的.dmn"), f => f.Kind.ShouldBe(FileChange.Added));
        changed.Process.ShouldBeNull();
    }

    [Fact]
    public async Task The_state_in_the_editor_is_packed_and_not_the_one_that_was_kept()
    {
        await using var engine = await TestEngine.StartAsync();
        await PublishDrafts.FirstVersionAsync(engine);
        byte[] edited = Encoding.UTF8.GetBytes(PublishDrafts.Bpmn("正在改"));

        ProcessPackage package = (await Packages(engine).PackAsync(TestCounty.Tenant, "p", edited, default)).Value;

        package.Process.ShouldBe(edited);
        package.ProcessFile.ShouldBe("p.bpmn");
        (await Packages(engine).PackAsync(TestCounty.Tenant, "nowhere", null, default)).Problem.ShouldNotBeNull().Code.ShouldBe("draft.not-found");
        (await Packages(engine).PackAsync("another-county", "p", null, default)).Problem.ShouldNotBeNull().Code.ShouldBe("draft.not-found");
    }

    private static DraftPackages Packages(TestEngine engine) => engine.Get<DraftPackages>();

    private static Task<Result<DraftImport>> PlanAsync(TestEngine engine, string key, byte[] file, string name = "x.zip") =>
        Packages(engine).PlanAsync(TestCounty.Tenant, key, IncomingFile.Read(name, file).Value, default);

    private static async Task<IReadOnlyDictionary<string, string>> BesideAsync(TestEngine engine, string key) =>
        (await engine.Get<DraftFiles>().AllAsync(TestCounty.Tenant, key, default))!
            .Where(f => !f.Key.EndsWith(".bpmn", StringComparison.Ordinal)).OrderBy(f => f.Key, StringComparer.Ordinal).ToDictionary(f => f.Key, f => Encoding.UTF8.GetString(f.Value));

    private static async Task OtherDraftAsync(TestEngine engine) => (await engine.Get<DraftService>().SaveAsync(
        new SaveDraft
        {
            TenantId = TestCounty.Tenant,
            Key = "q",
            Content = Encoding.UTF8.GetBytes(PublishDrafts.Bpmn("别的").Replace("id=\"p\"", "id=\"q\"", StringComparison.Ordinal)),
            Revision = 0,
            By = engine.County.Person("admin"),
        },
        default)).IsSuccess.ShouldBeTrue();

    private static async Task SaveAsync(TestEngine engine, string key, string name, string text) => (await engine.Get<DraftFiles>().SaveAsync(
        new SaveDraftFile { TenantId = TestCounty.Tenant, Key = key, Name = name, Content = Encoding.UTF8.GetBytes(text), By = engine.County.Person("admin") }, default)).ShouldBeNull();

    private static string Form(string label) => $$"""{"title":"表","fields":[{"key":"a","label":"{{label}}","type":"text"}]}""";
}
