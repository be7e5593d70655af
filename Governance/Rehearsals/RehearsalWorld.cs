using Microsoft.Extensions.DependencyInjection;
using Platform.Governance.Scenarios;
using Platform.Kernel;
using Platform.Runtime.Definitions;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Rehearsals;

/// <summary>The real platform on a virtual clock and a database file of its own. Whatever is done here touches nothing else; disposing of it deletes the file.</summary>
public sealed class RehearsalWorld : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly DirectoryInfo folder;
    private readonly RehearsalPlaces places;
    private bool isGone;

    internal RehearsalWorld(ServiceProvider services, DirectoryInfo folder, VirtualClock clock, RehearsalPlaces places)
    {
        this.services = services;
        this.folder = folder;
        this.places = places;
        Clock = clock;
    }

    /// <summary>The clock that the platform runs on.</summary>
    public VirtualClock Clock { get; }

    /// <summary>Where its files lie while it lives.</summary>
    public string Folder => folder.FullName;

    /// <summary>A service of the platform.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (isGone)
        {
            return;
        }

        isGone = true;
        try
        {
            await services.DisposeAsync();
            folder.Delete(recursive: true);
        }
        finally
        {
            places.Free();
        }
    }

    /// <summary>Puts the county in and publishes its processes, the rehearsed one last, so that it is the newest of its key.</summary>
    /// <param name="ground">The county.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Why the process cannot run; null when it can.</returns>
    internal async Task<Problem?> SettleAsync(RehearsalGround ground, CancellationToken ct)
    {
        await Get<PlatformDatabase>().WriteAsync(
            (db, _) =>
            {
                db.AddRange(ground.Units);
                db.AddRange(ground.People);
                db.AddRange(ground.Posts);
                db.AddRange(ground.Memberships);
                db.AddRange(ground.Deputies);
                db.AddRange(ground.Calendars);
                db.AddRange(ground.CalendarDays);
                return Task.FromResult(true);
            },
            ct);
        foreach (var files in ground.Others.Append(ground.Files))
        {
            var deployed = await Get<DefinitionService>().DeployAsync(new Deploy { TenantId = ground.TenantId, Name = ground.ProcessKey, Files = files }, ct);
            if (!deployed.IsSuccess && ReferenceEquals(files, ground.Files))
            {
                return deployed.Problem;
            }
        }

        return null;
    }
}
