using Platform.Kernel;
using Platform.Runtime.Access;
using Platform.Runtime.Definitions.Drafts;
using Platform.Runtime.Definitions.Versions;
using Platform.Runtime.Persistence;
using Platform.Testing;

namespace Platform.Runtime.Tests.Definitions;

public sealed class PublishRequestsTests
{
    public static TheoryData<DatabaseKind> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_second_administrator_publishes_what_the_first_asked_for(DatabaseKind kind)
    {
        await using var engine = await NeedingTwoAsync(kind);
        await PublishDrafts.SaveAsync(engine, "登记来件", 0);

        var alone = await PublishDrafts.PublishAsync(engine, 1, "改名");
        var asked = await AskAsync(engine, 1, "改名");
        var shown = (await Requests(engine).GetAsync(TestCounty.Tenant, asked.Value, default)).ShouldNotBeNull();
        var approved = await Requests(engine).ApproveAsync(Second(engine), asked.Value, default);

        alone.Problem!.Code.ShouldBe("publish.needs-approval");
        (shown.IsCurrent, shown.RequestedByName, shown.Note).ShouldBe((true, "陈管理", "改名"));
        approved.Value.Definitions[0].Version.ShouldBe(2);
        var decided = (await Requests(engine).ListAsync(TestCounty.Tenant, "p", default)).ShouldHaveSingleItem();
        (decided.Status, decided.DecidedByName).ShouldBe((PublishRequestStatus.Approved, "王晓梅"));
        (await engine.Get<DraftService>().ListAsync(TestCounty.Tenant, default)).ShouldBeEmpty();
        var version = (await engine.Get<VersionQuery>().ListAsync(Second(engine), "p", default))[0];
        (version.Version, version.DeployedBy, version.Note).ShouldBe((2, "陈管理", "改名"));
    }

    [Fact]
    public async Task Nobody_decides_about_their_own_request_and_only_administrators_decide()
    {
        await using var engine = await NeedingTwoAsync(DatabaseKind.Sqlite);
        await PublishDrafts.SaveAsync(engine, "登记来件", 0);
        var asked = (await AskAsync(engine, 1, "改名")).Value;
        var own = Second(engine) with { PersonId = engine.County.Person("admin") };
        var clerk = await engine.ViewerAsync("dengji");

        (await Requests(engine).ApproveAsync(own, asked, default)).Problem!.Code.ShouldBe("publish.own");
        (await Requests(engine).DeclineAsync(own, asked, "不", default))!.Code.ShouldBe("publish.own");
        (await Requests(engine).ApproveAsync(clerk, asked, default)).Problem!.Code.ShouldBe("publish.not-allowed");
        (await Requests(engine).ApproveAsync(Second(engine) with { TenantId = "999902" }, asked, default)).Problem!.Code.ShouldBe("publish.not-found");
        (await engine.Get<VersionQuery>().ListAsync(own, "p", default)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_draft_that_changed_after_the_request_is_not_published_in_its_place()
    {
        await using var engine = await NeedingTwoAsync(DatabaseKind.Sqlite);
        await PublishDrafts.SaveAsync(engine, "登记来件", 0);
        var asked = (await AskAsync(engine, 1, "改名")).Value;

        await PublishDrafts.SaveAsync(engine, "别的", 1);

        (await Requests(engine).ApproveAsync(Second(engine), asked, default)).Problem!.Code.ShouldBe("publish.changed");
        (await Requests(engine).GetAsync(TestCounty.Tenant, asked, default))!.IsCurrent.ShouldBeFalse();
    }

    [Fact]
    public async Task A_declined_request_says_why_and_may_be_asked_again()
    {
        await using var engine = await NeedingTwoAsync(DatabaseKind.Sqlite);
        await PublishDrafts.SaveAsync(engine, "登记来件", 0);
        var asked = (await AskAsync(engine, 1, "改名")).Value;

        (await AskAsync(engine, 1, "再来")).Problem!.Code.ShouldBe("publish.exists");
        (await Requests(engine).DeclineAsync(Second(engine), asked, " ", default))!.Code.ShouldBe("publish.no-reason");
        (await Requests(engine).DeclineAsync(Second(engine), asked, "名称与文件不一致", default)).ShouldBeNull();

        (await Requests(engine).GetAsync(TestCounty.Tenant, asked, default))!.Reason.ShouldBe("名称与文件不一致");
        (await Requests(engine).ApproveAsync(Second(engine), asked, default)).Problem!.Code.ShouldBe("publish.decided");
        (await AskAsync(engine, 1, "再来")).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task Only_who_asked_takes_a_request_back()
    {
        await using var engine = await NeedingTwoAsync(DatabaseKind.Sqlite);
        await PublishDrafts.SaveAsync(engine, "登记来件", 0);
        var asked = (await AskAsync(engine, 1, "改名")).Value;

        (await Requests(engine).WithdrawAsync(Second(engine), asked, default))!.Code.ShouldBe("publish.not-own");
        (await Requests(engine).WithdrawAsync(Second(engine) with { PersonId = engine.County.Person("admin") }, asked, default)).ShouldBeNull();
        (await Requests(engine).ApproveAsync(Second(engine), asked, default)).Problem!.Code.ShouldBe("publish.decided");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Of_two_approvals_at_one_instant_one_publishes(DatabaseKind kind)
    {
        await using var engine = await NeedingTwoAsync(kind);
        await PublishDrafts.SaveAsync(engine, "登记来件", 0);
        var asked = (await AskAsync(engine, 1, "改名")).Value;

        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Requests(engine).ApproveAsync(Second(engine), asked, default)));

        both.Count(answer => answer.IsSuccess).ShouldBe(1);
        (await engine.Get<VersionQuery>().ListAsync(Second(engine), "p", default)).Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_old_version_comes_back_as_a_new_one_with_the_same_files(DatabaseKind kind)
    {
        await using var engine = await TestEngine.StartAsync(kind);
        var first = await PublishDrafts.FirstVersionAsync(engine);
        await PublishDrafts.SaveAsync(engine, "登记来件", 0);
        await PublishDrafts.PublishAsync(engine, 1, "改名");

        var back = await engine.Get<VersionService>().RollBackAsync(Back(engine, first.Id, "新名称让群众看不懂"), default);

        back.Value.Definitions[0].Version.ShouldBe(3);
        var versions = engine.Get<VersionQuery>();
        (await versions.FilesAsync(TestCounty.Tenant, back.Value.Definitions[0].Id, default))!.Process.ToArray()
            .ShouldBe((await versions.FilesAsync(TestCounty.Tenant, first.Id, default))!.Process.ToArray());
        (await versions.ListAsync(Second(engine), "p", default)).Select(v => v.Note).ShouldBe(["新名称让群众看不懂", "改名", null]);
    }

    [Fact]
    public async Task Going_back_needs_the_second_person_too()
    {
        await using var engine = await NeedingTwoAsync(DatabaseKind.Sqlite);
        var first = (await engine.Get<VersionQuery>().ListAsync(Second(engine), "p", default))[0];

        (await engine.Get<VersionService>().RollBackAsync(Back(engine, first.DefinitionId, "退回"), default)).Problem!.Code.ShouldBe("publish.needs-approval");
        var asked = await Requests(engine).AskAsync(Back(engine, first.DefinitionId, "退回"), default);
        var approved = await Requests(engine).ApproveAsync(Second(engine), asked.Value, default);

        approved.Value.Definitions[0].Version.ShouldBe(2);
    }

    [Fact]
    public async Task The_history_counts_what_runs_on_each_version()
    {
        await using var engine = await TestEngine.StartAsync();
        await PublishDrafts.FirstVersionAsync(engine);
        await engine.StartInstanceAsync();
        await PublishDrafts.SaveAsync(engine, "登记来件", 0);
        await PublishDrafts.PublishAsync(engine, 1, "改名");

        var versions = await engine.Get<VersionQuery>().ListAsync(Second(engine), "p", default);

        versions.Select(v => (v.Version, v.Running, v.Started)).ShouldBe([(2, 0, 0), (1, 1, 1)]);
    }

    private static PublishRequests Requests(TestEngine engine) => engine.Get<PublishRequests>();

    private static Viewer Second(TestEngine engine) =>
        new() { TenantId = TestCounty.Tenant, PersonId = engine.County.Person("dengji"), Rights = ViewerRights.Administer };

    private static RollBack Back(TestEngine engine, Guid definitionId, string note) =>
        new() { TenantId = TestCounty.Tenant, DefinitionId = definitionId, By = engine.County.Person("admin"), Note = note };

    private static Task<Result<Guid>> AskAsync(TestEngine engine, long revision, string note) =>
        Requests(engine).AskAsync(PublishDrafts.Order(engine, revision, note), default);

    private static async Task<TestEngine> NeedingTwoAsync(DatabaseKind kind)
    {
        var engine = await TestEngine.StartAsync(kind);
        await PublishDrafts.FirstVersionAsync(engine);
        await engine.Get<PublishPolicy>().SetAsync(TestCounty.Tenant, needed: true, engine.County.Person("admin"), default);
        return engine;
    }
}
