using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Runtime;
using Platform.Runtime.Definitions;
using Platform.Runtime.Instances;
using Platform.Runtime.Persistence;
using Platform.Runtime.Scheduling;

namespace Platform.Testing;

/// <summary>The whole runtime on a real database with a clock that stands still: everything a host has except its pages and its pump, which a test drains by hand.</summary>
public sealed class EngineHost : IAsyncDisposable
{
    /// <summary>The county of tests.</summary>
    public const string Tenant = "999901";

    private readonly ServiceProvider services;
    private readonly bool ownsDatabase;

    private EngineHost(TestDatabase test, bool ownsDatabase, ManualClock clock, ServiceProvider services)
    {
        Test = test;
        Clock = clock;
        this.ownsDatabase = ownsDatabase;
        this.services = services;
    }

    /// <summary>The clock.</summary>
    public ManualClock Clock { get; }

    /// <summary>The database with its location.</summary>
    public TestDatabase Test { get; }

    /// <summary>The database.</summary>
    public PlatformDatabase Database => Test.Database;

    /// <summary>A runtime on an empty database of its own.</summary>
    /// <param name="kind">On what.</param>
    /// <param name="configure">Adds or replaces services; null for none.</param>
    /// <param name="parts">Parts of the model beside the runtime's own.</param>
    public static async Task<EngineHost> StartAsync(DatabaseKind kind, Action<IServiceCollection>? configure = null, params IModelPart[] parts) =>
        On(await TestDatabase.CreateAsync(kind, parts), ownsDatabase: true, new ManualClock(), configure);

    /// <summary>A runtime on a database that exists, as a restarted host would be.</summary>
    /// <param name="test">The database; stays the caller's.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="configure">Adds or replaces services; null for none.</param>
    public static EngineHost On(TestDatabase test, ManualClock clock, Action<IServiceCollection>? configure = null) => On(test, ownsDatabase: false, clock, configure);

    /// <summary>A service.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Publishes files and fails the test when they are refused.</summary>
    /// <param name="files">Name and text of each.</param>
    public async Task DeployAsync(params (string Name, string Text)[] files)
    {
        Result<DeployOutcome> deployed = await Get<DefinitionService>().DeployAsync(
            new Deploy { TenantId = Tenant, Name = "test", Files = files.ToDictionary(f => f.Name, f => Encoding.UTF8.GetBytes(f.Text)) },
            CancellationToken.None);
        if (deployed.Problem is { } problem)
        {
            throw new InvalidOperationException($"Expected the files to deploy, but: {problem.Code} {problem.Message}");
        }
    }

    /// <summary>Starts a process and fails the test when that is refused.</summary>
    /// <param name="order">The order.</param>
    public async Task<StepOutcome> StartAsync(StartInstance order) => (await Get<InstanceService>().StartAsync(order, CancellationToken.None)).Value;

    /// <summary>A new id.</summary>
    public Guid NewId() => Guid.CreateVersion7(Clock.GetUtcNow());

    /// <summary>Does everything that is due now.</summary>
    public Task<int> DrainAsync() => Get<DueWork>().DrainAsync(CancellationToken.None);

    /// <summary>Lets time pass and does what became due.</summary>
    /// <param name="by">How much.</param>
    public Task<int> DrainAfterAsync(TimeSpan by)
    {
        Clock.Advance(by);
        return DrainAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (ownsDatabase)
        {
            await Test.DisposeAsync();
        }
    }

    private static EngineHost On(TestDatabase test, bool ownsDatabase, ManualClock clock, Action<IServiceCollection>? configure)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(new SchedulingOptions { RunsPump = false });
        services.AddPlatformRuntime(options => options.Database = _ => test.Database);
        configure?.Invoke(services);
        return new EngineHost(test, ownsDatabase, clock, services.BuildServiceProvider());
    }
}
