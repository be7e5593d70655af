using Platform.Runtime.Persistence;

namespace Platform.Runtime.Deadlines;

/// <summary>Lets a project above the runtime act on warnings, cards and escalations, for example by writing a supervision order.</summary>
/// <remarks>
/// Called once per level in the transaction that records it; an implementer only adds rows to the context and must be quick:
/// thousands may be due at one instant. What it throws undoes the recording, which is then tried again.
/// </remarks>
public interface IDeadlineListener
{
    /// <summary>A level was reached.</summary>
    /// <param name="reached">Which, of which deadline.</param>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="ct">Gives up.</param>
    Task OnReachedAsync(DeadlineReached reached, PlatformDb db, CancellationToken ct);
}
