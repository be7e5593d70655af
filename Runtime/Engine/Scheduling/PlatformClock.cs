namespace Platform.Runtime.Scheduling;

/// <summary>The platform's time: the machine's, and in demonstrations ahead of it. It never goes back.</summary>
/// <param name="machine">The machine's clock.</param>
public sealed class PlatformClock(TimeProvider machine) : TimeProvider
{
    private long aheadTicks;

    /// <summary>The clock was moved ahead.</summary>
    public event EventHandler? Moved;

    /// <summary>How far the platform is ahead of the machine.</summary>
    public TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref aheadTicks));

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    /// <inheritdoc />
    public override long TimestampFrequency => machine.TimestampFrequency;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + Ahead;

    /// <inheritdoc />
    public override long GetTimestamp() => machine.GetTimestamp();

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);

    /// <summary>Puts the clock as far ahead as another node, or an earlier run, had put it. Being ahead already, it stays.</summary>
    /// <param name="ahead">Not negative.</param>
    internal void SetAhead(TimeSpan ahead)
    {
        long before = Interlocked.Read(ref aheadTicks);
        while (ahead.Ticks > before)
        {
            long seen = Interlocked.CompareExchange(ref aheadTicks, ahead.Ticks, before);
            if (seen == before)
            {
                Moved?.Invoke(this, EventArgs.Empty);
                return;
            }

            before = seen;
        }
    }
}
