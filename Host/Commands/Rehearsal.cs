using Platform.Activities;
using Platform.Governance;
using Platform.Governance.Demo;
using Platform.Governance.Scenarios;
using Platform.Governance.Sealing;
using Platform.Runtime;
using Platform.Runtime.Persistence;

namespace Platform.Host.Commands;

/// <summary>The real platform on a virtual clock and a database of its own, without pages: what scenarios and the year run on.</summary>
public sealed class Rehearsal : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private Rehearsal(ServiceProvider services, VirtualClock clock)
    {
        this.services = services;
        Clock = clock;
    }

    /// <summary>The clock that the platform runs on.</summary>
    public VirtualClock Clock { get; }

    /// <summary>Sets a platform up: schema, the county 清源县, the template.</summary>
    /// <param name="start">Where the clock begins.</param>
    /// <param name="template">Folder of the template.</param>
    /// <param name="database">Chooses the database.</param>
    /// <param name="key">Key of sealed texts; null for one that nobody needs again.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="InvalidOperationException">The template cannot be published.</exception>
    public static async Task<Rehearsal> OpenAsync(DateTimeOffset start, string template, Action<PlatformRuntimeOptions> database, SealKey? key, CancellationToken ct)
    {
        var clock = new VirtualClock(start);
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(clock);
        collection.AddPlatformRuntime(database);
        collection.AddPlatformGovernance(options => options.SealKey = key ?? SealKey.New());
        collection.AddGovernanceActivities();
        var rehearsal = new Rehearsal(collection.BuildServiceProvider(), clock);
        await rehearsal.Get<PlatformDatabase>().MigrateAsync(ct);
        var county = rehearsal.Get<DemoCounty>();
        await county.SeedAsync(ct);
        var deployed = await county.DeployAsync(template, ct);
        return deployed.IsSuccess
            ? rehearsal
            : throw new InvalidOperationException($"Expected the template to be published, but: {deployed.Problem!.Message}{string.Concat(deployed.Problem.Details.Select(detail => $"\n  {detail.Key}: {detail.Message}"))}");
    }

    /// <summary>A service of the platform.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => services.DisposeAsync();
}
