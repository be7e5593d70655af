using System.Text;
using Platform.Kernel;
using Platform.Runtime.Definitions.Drafts;
using Platform.Testing;

namespace Platform.Runtime.Tests.Definitions;

public sealed class DraftFilesTests
{
    private const string Form = """{"title":"表","fields":[{"key":"a","label":"甲","type":"text"}]}""";

    public static TheoryData<DatabaseKind> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_kept_file_is_published_with_the_process_and_the_draft_is_gone_with_its_files(DatabaseKind kind)
    {
        await using var engine = await TestEngine.StartAsync(kind);
        var published = await PublishDrafts.FirstVersionAsync(engine);

        (await SaveAsync(engine, "b.form.json", Form)).ShouldBeNull();
        var files = (await engine.Get<DraftFiles>().AllAsync(TestCounty.Tenant, "p", default)).ShouldNotBeNull();
        var second = await PublishDrafts.PublishAsync(engine, 0, "加一张表");

        files.Keys.Order().ShouldBe(["b.form.json", "p.bpmn"]);
        second.Value.Definitions[0].Version.ShouldBe(published.Version + 1);
        (await engine.Get<DraftService>().OpenAsync(TestCounty.Tenant, "p", default))!.BaseDefinitionId.ShouldBe(second.Value.Definitions[0].Id);
        (await engine.Get<DraftFiles>().AllAsync(TestCounty.Tenant, "p", default))!.Keys.Order().ShouldBe(["b.form.json", "p.bpmn"]);
    }

    [Fact]
    public async Task A_file_that_is_taken_away_is_not_published_and_the_old_version_keeps_it()
    {
        await using var engine = await TestEngine.StartAsync();
        await PublishDrafts.FirstVersionAsync(engine);
        await SaveAsync(engine, "b.form.json", Form);
        await PublishDrafts.PublishAsync(engine, 0, "加一张表");

        await SaveAsync(engine, "b.form.json", null);

        (await engine.Get<DraftFiles>().AllAsync(TestCounty.Tenant, "p", default))!.Keys.ShouldBe(["p.bpmn"]);
    }

    [Fact]
    public async Task A_form_that_is_not_finished_is_kept_and_not_published()
    {
        await using var engine = await TestEngine.StartAsync();
        await PublishDrafts.FirstVersionAsync(engine);

        (await SaveAsync(engine, "b.form.json", """{"title":"单","fields":[{"key":"a","label":"类别","type":"choice"}]}""")).ShouldBeNull();

        (await PublishDrafts.PublishAsync(engine, 0, "还没有选项")).Problem!.Details.ShouldContain(detail => detail.Message.Contains("类别", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keeping_a_file_does_not_shut_out_who_has_the_process_open()
    {
        await using var engine = await TestEngine.StartAsync();
        await PublishDrafts.FirstVersionAsync(engine);

        await SaveAsync(engine, "b.form.json", Form);

        (await PublishDrafts.SaveAsync(engine, "改过", 0)).Value.ShouldBe(1);
    }

    [Theory]
    [InlineData("", "draft.file-name")]
    [InlineData("../x.md", "draft.file-name")]
    [InlineData("other.bpmn", "draft.file-name")]
    [InlineData("a.form.json", "form.unreadable")]
    public async Task What_cannot_stand_beside_a_process_is_refused(string name, string code)
    {
        await using var engine = await TestEngine.StartAsync();
        await PublishDrafts.FirstVersionAsync(engine);

        (await SaveAsync(engine, name, "不是表单")).ShouldNotBeNull().Code.ShouldBe(code);
    }

    [Fact]
    public async Task There_is_no_file_without_a_process()
    {
        await using var engine = await TestEngine.StartAsync();

        (await SaveAsync(engine, "b.form.json", Form)).ShouldNotBeNull().Code.ShouldBe("draft.not-found");
        (await engine.Get<DraftFiles>().AllAsync(TestCounty.Tenant, "p", default)).ShouldBeNull();
    }

    private static Task<Problem?> SaveAsync(TestEngine engine, string name, string? text) => engine.Get<DraftFiles>().SaveAsync(
        new SaveDraftFile { TenantId = TestCounty.Tenant, Key = "p", Name = name, Content = text is null ? null : Encoding.UTF8.GetBytes(text), By = engine.County.Person("admin") },
        default);
}
