using Microsoft.Extensions.DependencyInjection;

namespace Platform.Governance.Rehearsals;

/// <summary>How a host puts the platform together for a rehearsal: runtime, governance and activities on a database file of its own.</summary>
/// <param name="compose">Adds everything but the clock to the services, on the SQLite file of that path; must not touch any other database.</param>
public sealed class RehearsalPlatform(Action<IServiceCollection, string> compose)
{
    /// <summary>Builds the platform.</summary>
    /// <param name="clock">The clock that it runs on.</param>
    /// <param name="path">Its database file.</param>
    internal ServiceProvider Build(TimeProvider clock, string path)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        compose(services, path);
        return services.BuildServiceProvider();
    }
}
