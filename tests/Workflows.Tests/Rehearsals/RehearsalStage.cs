using Microsoft.EntityFrameworkCore;
using Platform.Governance.Demo;
using Platform.Governance.Rehearsals;
using Platform.Governance.Rows;
using Platform.Governance.Scenarios;
using Platform.Host.Commands;
using Platform.Host.Setup;
using Platform.Kernel;
using Platform.Persistence.Sqlite;
using Platform.Runtime.Access;
using Platform.Runtime.Definitions.Drafts;
using Platform.Runtime.Persistence;

namespace Platform.Workflows.Tests.Rehearsals;

/// <summary>A real county beside which rehearsals are opened, so that a test can see that nothing of theirs reaches it.</summary>
internal sealed class RehearsalStage : IAsyncDisposable
{
    public const string Process = "shiquan-three-ledgers";

    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    private readonly DirectoryInfo folder;
    private readonly Rehearsal county;
    private readonly ServiceProvider host;

    private RehearsalStage(DirectoryInfo folder, Rehearsal county, ServiceProvider host)
    {
        this.folder = folder;
        this.county = county;
        this.host = host;
        Worlds = new RehearsalWorlds(host.GetRequiredService<RehearsalPlatform>());
    }

    public RehearsalWorlds Worlds { get; }

    public static async Task<RehearsalStage> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("shanzhi-county-");
        var county = await Rehearsal.OpenAsync(Start, TemplateFiles.ThreeLedgers, options => options.UseSqlite(Path.Combine(folder.FullName, "county.db")), null, CancellationToken.None);
        return new RehearsalStage(folder, county, new ServiceCollection().AddRehearsals().BuildServiceProvider());
    }

    /// <summary>The county with the published files, or with other ones.</summary>
    public async Task<RehearsalGround> GroundAsync(string key = Process, IReadOnlyDictionary<string, byte[]>? files = null) =>
        await county.Get<RehearsalGrounds>().ReadAsync(DemoCounty.TenantId, key, files ?? await FilesAsync(), CancellationToken.None);

    public async Task<IReadOnlyDictionary<string, byte[]>> FilesAsync() =>
        (await county.Get<DraftFiles>().AllAsync(DemoCounty.TenantId, Process, CancellationToken.None))!;

    public async Task<RehearsalSession> SessionAsync() => new(Worlds, await GroundAsync(), Start, TimeProvider.System);

    /// <summary>The steps of a scenario of the template that are acts, not expectations.</summary>
    public async Task<IReadOnlyList<ScenarioStep>> ActsAsync(string begins)
    {
        var scenario = RehearsalSuite.In(await FilesAsync()).Single(item => item.File.StartsWith(begins, StringComparison.Ordinal)).Scenario.Value;
        return [.. scenario.Steps.Where(step => step is not ScenarioStep.Expect)];
    }

    /// <summary>Lets a scenario of the template happen in the real county.</summary>
    public async Task LiveAsync(string begins)
    {
        var scenario = RehearsalSuite.In(await FilesAsync()).Single(item => item.File.StartsWith(begins, StringComparison.Ordinal)).Scenario.Value;
        scenario = scenario with { Steps = [.. scenario.Steps.Where(step => step is not ScenarioStep.Expect)] };
        (await county.Get<ScenarioPlay>().PlayAsync(DemoCounty.TenantId, scenario, county.Clock, CancellationToken.None)).Problem?.Message.ShouldBeNull();
    }

    /// <summary>The matters of the past as a viewer may try them.</summary>
    public async Task<Result<IReadOnlyList<WhatIfCase>>> CasesOf(Viewer viewer, string key = Process)
    {
        var cases = county.Get<WhatIfCases>();
        var period = await cases.PeriodAsync(viewer, key, 24, CancellationToken.None);
        if (!period.IsSuccess)
        {
            return period.Problem!;
        }

        var all = new List<WhatIfCase>();
        await foreach (var batch in cases.BatchesAsync(viewer, key, period.Value, CancellationToken.None))
        {
            all.AddRange(batch);
        }

        return Result.Of<IReadOnlyList<WhatIfCase>>(all);
    }

    /// <summary>A service of the real county.</summary>
    public T Real<T>()
        where T : notnull => county.Get<T>();

    /// <summary>How many rows the real county has of everything that work leaves behind: matters, steps, tasks, messages, records, clocks, numbers, jobs.</summary>
    public async Task<int> RealTracesAsync()
    {
        await using PlatformDb db = county.Get<PlatformDatabase>().CreateDbContext();
        return await db.Instances.CountAsync() + await db.Events.CountAsync() + await db.Tasks.CountAsync() + await db.Notifications.CountAsync() + await db.Audit.CountAsync()
            + await db.Deadlines.CountAsync() + await db.Jobs.CountAsync() + await db.Set<NumberSeriesRow>().CountAsync() + await db.Set<IssuedNumberRow>().CountAsync() + await db.Set<CaseRow>().CountAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Worlds.Dispose();
        await host.DisposeAsync();
        await county.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
