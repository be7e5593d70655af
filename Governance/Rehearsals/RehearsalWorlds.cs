using Microsoft.Extensions.DependencyInjection;
using Platform.Governance.Scenarios;
using Platform.Kernel;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Rehearsals;

/// <summary>Opens worlds. The empty database with all its tables is made once and copied, as making it takes longer than a step of a rehearsal may.</summary>
/// <param name="platform">How the platform is put together.</param>
public sealed class RehearsalWorlds(RehearsalPlatform platform) : IDisposable
{
    /// <summary>How many worlds may be open at once.</summary>
    public const int Most = 12;

    private const string FileName = "rehearsal.db";
    private const string FolderPrefix = "shanzhi-rehearsal-";

    /// <summary>Files older than this were left by a host that was killed.</summary>
    private static readonly TimeSpan Leftover = TimeSpan.FromDays(1);

    private static readonly Problem Full = new("rehearsal.full", "现在同时试运行和推演的人太多，请过几分钟再试。已经走过的步骤不会丢。");

    private readonly SemaphoreSlim oneBlank = new(1);
    private DirectoryInfo? blank;

    /// <summary>How many worlds are open.</summary>
    public int Open => Places.Taken;

    /// <summary>How many worlds there may be at once, and who would give theirs back.</summary>
    internal RehearsalPlaces Places { get; } = new(Most);

    /// <summary>Opens a world.</summary>
    /// <param name="ground">The county and the process.</param>
    /// <param name="start">Where the clock begins.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The world, to be disposed of by the caller; or why the process cannot run, as <see cref="Runtime.Definitions.DefinitionService.DeployAsync"/> says it; or <c>rehearsal.full</c>.</returns>
    public async Task<Result<RehearsalWorld>> OpenAsync(RehearsalGround ground, DateTimeOffset start, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ground);
        var blankFile = await BlankAsync(ct);
        if (!await Places.TakeAsync())
        {
            return Full;
        }

        var world = Build(blankFile, start);
        try
        {
            if (await world.SettleAsync(ground, ct) is not { } problem)
            {
                return world;
            }

            await world.DisposeAsync();
            return problem;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        oneBlank.Dispose();
        blank?.Delete(recursive: true);
    }

    private RehearsalWorld Build(string blankFile, DateTimeOffset start)
    {
        try
        {
            var folder = Directory.CreateTempSubdirectory(FolderPrefix);
            var path = Path.Combine(folder.FullName, FileName);
            File.Copy(blankFile, path);
            var clock = new VirtualClock(start);
            return new RehearsalWorld(platform.Build(clock, path), folder, clock, Places);
        }
        catch
        {
            Places.Free();
            throw;
        }
    }

    // Names of people must not lie about because a host was killed in the middle of a rehearsal.
    private static void SweepLeftovers()
    {
        var before = (TimeProvider.System.GetUtcNow() - Leftover).UtcDateTime;
        foreach (var left in new DirectoryInfo(Path.GetTempPath()).EnumerateDirectories(FolderPrefix + "*").Where(left => left.LastWriteTimeUtc < before))
        {
            try
            {
                left.Delete(recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It belongs to somebody else, who will sweep it.
            }
        }
    }

    private async Task<string> BlankAsync(CancellationToken ct)
    {
        await oneBlank.WaitAsync(ct);
        try
        {
            if (blank is null)
            {
                SweepLeftovers();
                var folder = Directory.CreateTempSubdirectory(FolderPrefix);
                await using var world = platform.Build(new VirtualClock(DateTimeOffset.UnixEpoch), Path.Combine(folder.FullName, FileName));
                await world.GetRequiredService<PlatformDatabase>().MigrateAsync(ct);
                blank = folder;
            }

            return Path.Combine(blank.FullName, FileName);
        }
        finally
        {
            oneBlank.Release();
        }
    }
}
