using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Platform.Decisions.Feel;
using Platform.Kernel;
using Platform.Runtime.Access;
using Platform.Runtime.Definitions;
using Platform.Runtime.Instances;
using Platform.Runtime.Persistence;
using Platform.Runtime.Scheduling;
using Platform.Runtime.Tasks;
using Platform.Testing;

namespace Platform.Runtime.Tests;

/// <summary>The whole runtime over one test database and a clock that stands, with a county in it.</summary>
internal sealed class TestEngine : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private TestEngine(TestDatabase database, TestCounty county, ManualClock clock, Action<IServiceCollection>? more)
    {
        Store = database;
        County = county;
        Clock = clock;
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(clock);
        more?.Invoke(collection);
        collection.AddActivities(Assembly.GetExecutingAssembly());
        collection.AddPlatformRuntime(o => o.Database = _ => database.Open());
        services = collection.BuildServiceProvider();
    }

    public TestDatabase Store { get; }

    public TestCounty County { get; }

    public ManualClock Clock { get; }

    public PlatformDatabase Database => Get<PlatformDatabase>();

    public TaskQuery Query => Get<TaskQuery>();

    public TaskService Tasks => Get<TaskService>();

    public static async Task<TestEngine> StartAsync(
        DatabaseKind kind = DatabaseKind.Sqlite, TestCounty? county = null, DateTimeOffset? now = null, Action<IServiceCollection>? more = null)
    {
        var database = await TestDatabase.CreateAsync(kind);
        county ??= TestCounty.Usual();
        await county.SaveAsync(database.Database);
        return new TestEngine(database, county, new ManualClock(now), more);
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Publishes one process whose elements stand between the process tags; the flows are drawn between neighbours.</summary>
    public async Task<DeployedVersion> DeployAsync(string elements, params (string Name, string Content)[] files)
    {
        var xml = $"""
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gov="urn:shanzhi:gov:1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="t">
              <process id="p" name="办件" isExecutable="true">{elements}</process>
            </definitions>
            """;
        var all = files.ToDictionary(f => f.Name, f => Encoding.UTF8.GetBytes(f.Content));
        all.Add("p.bpmn", Encoding.UTF8.GetBytes(xml));
        var outcome = await Get<DefinitionService>().DeployAsync(new Deploy { TenantId = TestCounty.Tenant, Name = "测试", Files = all }, default);
        outcome.Problem.ShouldBeNull();
        return outcome.Value.Definitions[0];
    }

    public async Task<Guid> StartInstanceAsync(
        InformationScope scope = InformationScope.Internal, string starter = "dengji", params (string Name, FeelValue Value)[] variables)
    {
        var outcome = await TryStartAsync(new InstanceAccess(scope, County.UnitId("lianxi"), []), starter, variables);
        outcome.Problem.ShouldBeNull();
        return outcome.Value.InstanceId;
    }

    public Task<Result<StepOutcome>> TryStartAsync(InstanceAccess access, string starter, params (string Name, FeelValue Value)[] variables) =>
        Get<InstanceService>().StartAsync(
            new StartInstance
            {
                TenantId = TestCounty.Tenant,
                ProcessKey = "p",
                BusinessKey = "999901-X-LY-2026-00001",
                CommandId = NewId(),
                Actor = Actor.Person(County.Person(starter)),
                Access = access,
                Variables = variables.ToImmutableDictionary(v => v.Name, v => v.Value),
            },
            default);

    public ValueTask<Viewer> ViewerAsync(string code) => Get<Viewers>().ForPersonAsync(TestCounty.Tenant, County.Person(code), default);

    public async Task<IReadOnlyList<InboxItem>> InboxAsync(string code) =>
        (await Query.InboxAsync(await ViewerAsync(code), InboxFilter.All, null, 50, default)).Items;

    public async Task<InboxItem> OnlyTaskAsync(string code) => (await InboxAsync(code)).ShouldHaveSingleItem();

    public Task<Result<TaskCompleted>> CompleteAsync(
        string code, Guid taskId, string outcome = "", string? opinion = null, Guid? commandId = null, Guid? onBehalfOf = null,
        params (string Name, FeelValue Value)[] values) => Tasks.CompleteAsync(
            new CompleteTask
            {
                TenantId = TestCounty.Tenant,
                TaskId = taskId,
                CommandId = commandId ?? NewId(),
                By = County.Person(code),
                OnBehalfOf = onBehalfOf,
                Outcome = outcome,
                Opinion = opinion,
                Values = values.ToImmutableDictionary(v => v.Name, v => v.Value),
            },
            default);

    /// <summary>Moves the clock and does what became due.</summary>
    public async Task MoveToAsync(DateTimeOffset instant)
    {
        Clock.MoveTo(instant);
        await Get<DueWork>().DrainAsync(default);
    }

    public Guid NewId() => Guid.CreateVersion7(Clock.GetUtcNow());

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Store.DisposeAsync();
    }
}
