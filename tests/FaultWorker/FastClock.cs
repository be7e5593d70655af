namespace Platform.FaultWorker;

/// <summary>Time that runs faster than the machine's, the same in every process: hours of deadlines pass in seconds.</summary>
/// <param name="zero">Machine's instant at which both clocks agree.</param>
public sealed class FastClock(DateTimeOffset zero) : TimeProvider
{
    /// <summary>How many times faster.</summary>
    public const int Factor = 1_200;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => zero + ((System.GetUtcNow() - zero) * Factor);

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Shorter(dueTime), Shorter(period));

    private static TimeSpan Shorter(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / Factor;
}
