namespace Platform.Governance.Rehearsals;

/// <summary>Lets long work rest for as long as it worked, and longer while other work of the host waits for a processor.</summary>
/// <param name="clock">The clock of the machine.</param>
internal sealed class QuietPace(TimeProvider clock)
{
    private const int WhenOthersWait = 2;
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(20);

    private long since = clock.GetTimestamp();

    /// <summary>Rests for as long as was worked since the last rest, and longer while others wait for the processor.</summary>
    /// <param name="ct">Gives up.</param>
    public async ValueTask RestAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var worked = clock.GetElapsedTime(since);
        if (worked < Turn)
        {
            return;
        }

        await Task.Delay(ThreadPool.PendingWorkItemCount > 0 ? worked * WhenOthersWait : worked, clock, ct);
        since = clock.GetTimestamp();
    }
}
