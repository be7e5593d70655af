namespace Platform.Runtime.Scheduling;

/// <summary>Wakes the pump of this process: after a commit that made something due, and when the platform's clock was moved.</summary>
public sealed class DueSignal : IDisposable
{
    private readonly SemaphoreSlim signal = new(0, 1);
    private long plannedTicks = long.MaxValue;

    /// <summary>Something becomes due at that instant; wakes the pump when it had planned to sleep longer.</summary>
    /// <param name="due">When.</param>
    public void Expect(DateTimeOffset due)
    {
        if (due.UtcTicks < Interlocked.Read(ref plannedTicks))
        {
            Wake();
        }
    }

    /// <summary>Wakes the pump at once.</summary>
    public void Wake()
    {
        try
        {
            signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already, or about to be.
        }
    }

    /// <inheritdoc />
    public void Dispose() => signal.Dispose();

    /// <summary>The pump sleeps until that instant, or until it is woken.</summary>
    /// <param name="until">When it would look again by itself.</param>
    /// <param name="clock">The platform's clock.</param>
    /// <param name="ct">Ends the sleep.</param>
    internal async Task SleepAsync(DateTimeOffset until, TimeProvider clock, CancellationToken ct)
    {
        Interlocked.Exchange(ref plannedTicks, until.UtcTicks);
        TimeSpan length = until - clock.GetUtcNow();
        if (length > TimeSpan.Zero)
        {
            using ITimer timer = clock.CreateTimer(_ => Wake(), null, length, Timeout.InfiniteTimeSpan);
            await signal.WaitAsync(ct);
        }
    }
}
