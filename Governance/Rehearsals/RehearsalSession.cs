using System.Collections.Immutable;
using Platform.Governance.Scenarios;
using Platform.Kernel;
using Platform.Runtime.Definitions;
using Platform.Runtime.Org;
using Platform.Runtime.Tasks;

namespace Platform.Governance.Rehearsals;

/// <summary>
/// One administrator's rehearsal: a world of its own and what was done in it so far. Going back plays everything but the
/// last act again in a new world, so what is shown is always what the real platform does. A rehearsal that nobody touches
/// gives its world back and keeps only its acts; the next touch plays them again.
/// </summary>
public sealed class RehearsalSession : IAsyncDisposable
{
    /// <summary>How long an untouched rehearsal keeps its world.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    /// <summary>How many acts a rehearsal has at most; going back plays them all again.</summary>
    public const int MostActs = 500;

    private readonly RehearsalWorlds worlds;
    private readonly TimeProvider realTime;
    private readonly RehearsalGround ground;
    private readonly ITimer idle;
    private readonly SemaphoreSlim one = new(1);
    private ImmutableList<RehearsalAct> acts = [];
    private RehearsalWorld? world;
    private ScenarioStage? stage;
    private bool isClosed;

    /// <summary>Begins a rehearsal; its world is opened with the first question.</summary>
    /// <param name="worlds">Opens worlds.</param>
    /// <param name="ground">The county and the process.</param>
    /// <param name="start">Where the clock begins.</param>
    /// <param name="realTime">The clock of the machine, which measures idleness.</param>
    public RehearsalSession(RehearsalWorlds worlds, RehearsalGround ground, DateTimeOffset start, TimeProvider realTime)
    {
        ArgumentNullException.ThrowIfNull(worlds);
        ArgumentNullException.ThrowIfNull(realTime);
        this.worlds = worlds;
        this.ground = ground;
        this.realTime = realTime;
        Start = start;
        Touched = realTime.GetUtcNow();
        worlds.Places.Enlist(this);
        idle = realTime.CreateTimer(_ => _ = SleepAsync(), null, Patience, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Where the clock begins.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>When somebody used it last, by the clock of the machine.</summary>
    internal DateTimeOffset Touched { get; private set; }

    /// <summary>What was done, in order.</summary>
    public IReadOnlyList<RehearsalAct> Acts => acts;

    /// <summary>Where the rehearsal stands; before the first act only the clock. Opens the world.</summary>
    /// <param name="ct">Gives up.</param>
    /// <returns>The view, or why the process cannot run.</returns>
    public Task<Result<RehearsalView>> ViewAsync(CancellationToken ct) => InTurnAsync<RehearsalView>(async () => await ReadAsync(ct), ct);

    /// <summary>Does something.</summary>
    /// <param name="step">What.</param>
    /// <param name="ct">Gives up before it begins.</param>
    /// <returns>Where everything stands afterwards; or why it was refused, and then nothing has changed.</returns>
    public Task<Result<RehearsalView>> DoAsync(ScenarioStep step, CancellationToken ct) => InTurnAsync<RehearsalView>(
        async () =>
        {
            if (acts.Count >= MostActs)
            {
                return new Problem("rehearsal.too-long", $"一次试运行最多走 {MostActs} 步。请保存为剧本，或者重新开始。");
            }

            if (await world!.Get<ScenarioPlay>().DoAsync(stage!, step, CancellationToken.None) is { } refused)
            {
                await ForgetHalfDoneAsync(step);
                return refused;
            }

            var view = await ReadAsync(CancellationToken.None);
            acts = acts.Add(new RehearsalAct(step, view));
            return view;
        },
        ct);

    /// <summary>Goes back to before the last act by playing the others again.</summary>
    /// <param name="ct">Gives up; the last act is then forgotten all the same.</param>
    public Task<Result<RehearsalView>> UndoAsync(CancellationToken ct) => RewindAsync(Math.Max(acts.Count - 1, 0), ct);

    /// <summary>Goes back to an earlier act by playing again up to it.</summary>
    /// <param name="keep">How many acts stay; 0 begins anew, more than there are changes nothing.</param>
    /// <param name="ct">Gives up; the later acts are then forgotten all the same.</param>
    public async Task<Result<RehearsalView>> RewindAsync(int keep, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(keep);
        await one.WaitAsync(ct);
        try
        {
            acts = keep < acts.Count ? acts.RemoveRange(keep, acts.Count - keep) : acts;
            await CloseWorldAsync();
        }
        finally
        {
            one.Release();
        }

        return await ViewAsync(ct);
    }

    /// <summary>A task as somebody sees it; null when it does not exist for them.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="personId">The person.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Result<TaskDetail?>> TaskAsync(Guid taskId, Guid personId, CancellationToken ct) =>
        InTurnAsync<TaskDetail?>(async () => await new RehearsalReader(world!, ground).TaskAsync(taskId, personId, ct), ct);

    /// <summary>The organisation in the rehearsal.</summary>
    /// <param name="ct">Gives up.</param>
    public Task<Result<OrgDirectory>> DirectoryAsync(CancellationToken ct) =>
        InTurnAsync<OrgDirectory>(async () => await world!.Get<OrgCache>().GetAsync(ground.TenantId, ct), ct);

    /// <summary>The process as it runs in the rehearsal.</summary>
    /// <param name="ct">Gives up.</param>
    public Task<Result<DeployedProcess>> ProcessAsync(CancellationToken ct) => InTurnAsync<DeployedProcess>(
        async () => await world!.Get<GraphCache>().LatestAsync(ground.TenantId, ground.ProcessKey, ct)
            ?? throw new InvalidOperationException($"Expected process {ground.ProcessKey} to be among the files, but it is not."),
        ct);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        worlds.Places.Dismiss(this);
        await idle.DisposeAsync();
        await one.WaitAsync();
        isClosed = true;
        await CloseWorldAsync();
        one.Dispose();
    }

    /// <summary>Gives the world back and keeps what was done; idleness does the same.</summary>
    public async Task SleepAsync()
    {
        await one.WaitAsync();
        await CloseWorldAsync();
        one.Release();
    }

    /// <summary>Gives the world back for somebody else, unless it is in use.</summary>
    /// <returns>Whether there was a world to give.</returns>
    internal async Task<bool> YieldAsync()
    {
        try
        {
            if (isClosed || !await one.WaitAsync(TimeSpan.Zero))
            {
                return false;
            }
        }
        catch (ObjectDisposedException)
        {
            // It was closed this very moment, and its place is free already.
            return true;
        }

        try
        {
            var had = world is not null;
            await CloseWorldAsync();
            return had;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Time that stopped on its way has moved all the same; the next touch plays the acts again.</summary>
    private Task ForgetHalfDoneAsync(ScenarioStep step) => step is ScenarioStep.MoveTo or ScenarioStep.Pass ? CloseWorldAsync() : Task.CompletedTask;

    private async Task<Result<T>> InTurnAsync<T>(Func<Task<Result<T>>> act, CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            idle.Change(Patience, Timeout.InfiniteTimeSpan);
            Touched = realTime.GetUtcNow();
            return await WakeAsync(ct) is { } problem ? problem : await act();
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<Problem?> WakeAsync(CancellationToken ct)
    {
        ObjectDisposedException.ThrowIf(isClosed, this);
        if (world is not null)
        {
            return null;
        }

        var opened = await worlds.OpenAsync(ground, Start, ct);
        if (!opened.IsSuccess)
        {
            return opened.Problem;
        }

        world = opened.Value;
        stage = new ScenarioStage(ground.TenantId, world.Clock, ground.ProcessKey);
        foreach (var act in acts)
        {
            if (await world.Get<ScenarioPlay>().DoAsync(stage, act.Step, CancellationToken.None) is { } diverged)
            {
                await CloseWorldAsync();
                throw new InvalidOperationException($"Expected an act to play again as it did, but: {diverged.Message}");
            }
        }

        return null;
    }

    private Task<RehearsalView> ReadAsync(CancellationToken ct) => new RehearsalReader(world!, ground).ReadAsync(stage!.Matters, ct);

    private async Task CloseWorldAsync()
    {
        if (world is not null)
        {
            await world.DisposeAsync();
            (world, stage) = (null, null);
        }
    }
}
