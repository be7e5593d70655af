namespace Platform.Governance.Scenarios;

/// <summary>A clock that moves only when it is told to, for rehearsals. Never goes back.</summary>
/// <param name="start">Where it begins.</param>
public sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    /// <summary>Moves to an instant; an earlier one leaves the clock where it is.</summary>
    /// <param name="instant">Where to.</param>
    public void MoveTo(DateTimeOffset instant)
    {
        var target = instant.UtcTicks;
        long seen;
        while ((seen = Interlocked.Read(ref ticks)) < target && Interlocked.CompareExchange(ref ticks, target, seen) != seen)
        {
        }
    }
}
