using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Decisions.Feel;
using Platform.Governance;
using Platform.Governance.Cases;
using Platform.Governance.Demo;
using Platform.Governance.Rows;
using Platform.Governance.Scenarios;
using Platform.Governance.Sealing;
using Platform.Kernel;
using Platform.Persistence.PostgreSql;
using Platform.Persistence.Sqlite;
using Platform.Runtime;
using Platform.Runtime.Instances;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;
using Platform.Runtime.Scheduling;
using Platform.Runtime.Tasks;
using Platform.Testing;

namespace Platform.Activities.Tests;

/// <summary>The whole platform with the county 清源县 and the template of the three ledgers, on a database of its own and a clock that stands.</summary>
internal sealed class CaseEngine : IAsyncDisposable
{
    private static readonly SemaphoreSlim OneAtATime = new(1);
    private static string? prepared;

    /// <summary>Monday, 2 March 2026, nine in the morning.</summary>
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    private readonly ServiceProvider services;
    private readonly IAsyncDisposable place;

    private CaseEngine(ServiceProvider services, IAsyncDisposable place)
    {
        this.services = services;
        this.place = place;
    }

    public VirtualClock Clock => (VirtualClock)Get<TimeProvider>();

    public static async Task<CaseEngine> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        if (kind == DatabaseKind.PostgreSql)
        {
            var database = await TestDatabase.CreateAsync(kind);
            var services = Services(options => options.UsePostgreSql(database.Location));
            await FillAsync(services);
            return new CaseEngine(services, database);
        }

        var folder = new Folder();
        File.Copy(await TemplateAsync(), folder.Database);
        return new CaseEngine(Services(options => options.UseSqlite(folder.Database)), folder);
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Registers a matter at the county's desk, or at the desk of its registrar.</summary>
    public async Task<Guid> RegisterAsync(string ledger = "LY", string? phone = "13800000001", string registrar = "dengji", string category = "道路交通", Func<Governance.Cases.RegisterCase, Governance.Cases.RegisterCase>? change = null)
    {
        var command = new Governance.Cases.RegisterCase
        {
            TenantId = DemoCounty.TenantId, CommandId = Guid.CreateVersion7(Clock.GetUtcNow()), By = Actor.Person(await PersonAsync(registrar)),
            Ledger = ledger, Channel = "接访", Title = "路灯不亮", Text = "主路上的路灯坏了十几盏。", Category = category, Urgency = "一般", Town = "z01", Village = "c001",
            Place = "城关镇", PersonName = "张建国", Phone = phone, GroupSize = 1, Representatives = 1,
        };
        return (await Get<CaseService>().RegisterAsync(change?.Invoke(command) ?? command, default)).Value.CaseId;
    }

    /// <summary>A person by 单位/岗位 or sign-in code.</summary>
    public async Task<Guid> PersonAsync(string who)
    {
        var directory = await DirectoryAsync();
        return who.Split('/') is [var unit, var post]
            ? directory.HoldersByPost(post, directory.FindUnit(unit).ShouldNotBeNull(unit).Id, Clock.GetUtcNow()).First().Person.Id
            : directory.FindPerson(who).ShouldNotBeNull(who).Id;
    }

    public async Task<string> UnitAsync(string code) => (await DirectoryAsync()).FindUnit(code).ShouldNotBeNull(code).Id.ToString();

    /// <summary>The open task of an element.</summary>
    public async Task<OpenTask> TaskAsync(Guid caseId, string element) =>
        (await Get<OpenTasks>().OfAsync(DemoCounty.TenantId, caseId, default)).First(task => task.ElementId == element);

    /// <summary>Elements that wait for somebody.</summary>
    public async Task<string> WaitingAsync(Guid caseId) =>
        string.Join(' ', (await Get<OpenTasks>().OfAsync(DemoCounty.TenantId, caseId, default)).Select(task => task.ElementId).Order(StringComparer.Ordinal));

    /// <summary>Completes the open task of an element as one of those who may, or as somebody else.</summary>
    public async Task<Result<TaskCompleted>> TryAsync(Guid caseId, string element, string outcome, string? by, string? opinion, params (string Key, object Value)[] values)
    {
        // People act one after the other.
        Clock.MoveTo(Clock.GetUtcNow().AddMinutes(1));
        var task = await TaskAsync(caseId, element);
        return await Get<TaskService>().CompleteAsync(
            new CompleteTask
            {
                TenantId = DemoCounty.TenantId,
                TaskId = task.TaskId,
                CommandId = Guid.CreateVersion7(Clock.GetUtcNow()),
                By = by is null ? task.People[0] : await PersonAsync(by),
                Outcome = outcome,
                Opinion = opinion,
                Values = values.ToImmutableDictionary(pair => pair.Key, pair => Value(pair.Value), StringComparer.Ordinal),
            },
            default);
    }

    /// <summary>Completes a task that must be accepted.</summary>
    public async Task DoAsync(Guid caseId, string element, string outcome, string? opinion, params (string Key, object Value)[] values)
    {
        var done = await TryAsync(caseId, element, outcome, null, opinion, values);
        (done.Problem is { } problem ? $"{element}: {problem.Code} {problem.Message} {string.Join("; ", problem.Details.Select(d => d.Message))}" : "").ShouldBe("");
    }

    /// <summary>Goes the good way until an element waits.</summary>
    public async Task ReachAsync(Guid caseId, string element)
    {
        for (var waiting = await WaitingAsync(caseId); !waiting.Split(' ').Contains(element); waiting = await WaitingAsync(caseId))
        {
            var next = waiting.Split(' ')[0];
            next.ShouldNotBeEmpty($"the case ended before {element}");
            var (outcome, opinion, values) = await GoodAsync(next);
            await DoAsync(caseId, next, outcome, opinion, values);
        }
    }

    /// <summary>Lets time pass; what falls due happens at its time.</summary>
    public Task MoveToAsync(DateTimeOffset instant) => Get<ScenarioTime>().MoveToAsync(DemoCounty.TenantId, Clock, instant, default);

    public async Task<CaseRow> CaseAsync(Guid caseId) => (await Get<CaseSetting>().FindAsync(DemoCounty.TenantId, caseId, default)).ShouldNotBeNull();

    /// <summary>Rows of the books of a case.</summary>
    public async Task<List<T>> BooksAsync<T>(Func<IQueryable<T>, IQueryable<T>> which)
        where T : class
    {
        await using PlatformDb db = Get<PlatformDatabase>().CreateDbContext();
        return await which(db.Set<T>()).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await place.DisposeAsync();
    }

    private async ValueTask<OrgDirectory> DirectoryAsync() => await Get<OrgCache>().GetAsync(DemoCounty.TenantId, default);

    /// <summary>What people fill in when everything goes well.</summary>
    private async Task<(string Outcome, string? Opinion, (string Key, object Value)[] Values)> GoodAsync(string element) => element switch
    {
        "register" => ("book", null, [("category", "道路交通"), ("urgency", "一般")]),
        "review" => ("agree", "同意拟办意见。", [("leadUnit", await UnitAsync("bm-zhujian"))]),
        "notice" => ("sent", null, [("method", "短信"), ("noticeText", "您反映的事项已经受理。")]),
        "dispatch" => ("dispatch", null, [("leadUnit", await UnitAsync("bm-zhujian")), ("requirement", "请按时限办理。")]),
        "sign" => ("accept", null, []),
        "feedback" => ("submit", null, [("claim", "路灯不亮"), ("facts", "线路老化"), ("conclusion", "支持"), ("handlingOpinion", "已更换。"), ("basis", "权责清单")]),
        "study" => ("submit", null, [("conclusion", "采纳"), ("facts", "论证可行"), ("handlingOpinion", "采纳。"), ("plan", "列入年度计划。")]),
        "sign-off" => ("approve", "同意报出。", []),
        "check" => ("pass", "事实清楚。", []),
        "gatekeep" => ("pass", "同意答复。", []),
        "inquire" => ("satisfied", null, [("method", "电话"), ("replyText", "路灯已修好。"), ("departmentRating", "satisfied"), ("responsibleRating", "mostly")]),
        "close" => ("close", null, [("result", "支持")]),
        "seal" => ("sent", null, [("copies", 1L), ("bagNumber", "MF-1")]),
        "receive-transfer" => ("received", null, [("receiptNumber", "SJ-1")]),
        _ => throw new InvalidOperationException($"Expected an element of the good way, but got {element}."),
    };

    private static FeelValue Value(object value) => value switch
    {
        string text => FeelValue.Of(text),
        long number => FeelValue.Of(number),
        bool flag => FeelValue.Of(flag),
        DateOnly date => FeelValue.Of(date),
        string[] texts => FeelValue.Of(texts.Select(text => (FeelValue)FeelValue.Of(text))),
        _ => throw new ArgumentException($"Expected a value of a form, but got {value.GetType().Name}."),
    };

    private static ServiceProvider Services(Action<PlatformRuntimeOptions> database)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new VirtualClock(Morning));
        services.AddSingleton(new SchedulingOptions { RunsPump = false, RunsRecurring = false });
        services.AddPlatformRuntime(database);
        services.AddPlatformGovernance(options => options.SealKey = SealKey.New());
        services.AddGovernanceActivities();
        return services.BuildServiceProvider();
    }

    private static async Task<string> TemplateAsync()
    {
        await OneAtATime.WaitAsync();
        try
        {
            return prepared ??= await PrepareAsync();
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static async Task<string> PrepareAsync()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("platform-activities-").FullName, "cases.db");
        await using var services = Services(options => options.UseSqlite(path));
        await FillAsync(services);
        return path;
    }

    private static async Task FillAsync(ServiceProvider services)
    {
        await services.GetRequiredService<PlatformDatabase>().MigrateAsync(default);
        var county = services.GetRequiredService<DemoCounty>();
        await county.SeedAsync(default);
        (await county.DeployAsync(Path.Combine(ActivityFolder.Root(), "workflows", "shiquan-three-ledgers"), default)).Problem.ShouldBeNull();
    }

    /// <summary>Where a SQLite file lies for the time of one test.</summary>
    private sealed class Folder : IAsyncDisposable
    {
        private readonly string path = Directory.CreateTempSubdirectory("platform-activity-").FullName;

        public string Database => Path.Combine(path, "cases.db");

        public ValueTask DisposeAsync()
        {
            Directory.Delete(path, recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
