using Platform.Runtime.Persistence;

namespace Platform.Runtime.Scheduling;

/// <summary>Fires timers: the wall between the pump and the instances.</summary>
/// <remarks>An implementer removes or moves the row in the transaction of the effect, and makes a repeated call for the same row and due instant change nothing.</remarks>
public interface IDueTimerHandler
{
    /// <summary>Fires one timer.</summary>
    /// <param name="timer">The timer, leased by this node.</param>
    /// <param name="ct">The node stops.</param>
    Task HandleAsync(TimerRow timer, CancellationToken ct);
}
