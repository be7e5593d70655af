using Platform.Runtime.Persistence;

namespace Platform.Runtime.Scheduling;

/// <summary>Does what deadlines order when they are due: the wall between the pump and the knowledge about warnings and supervision.</summary>
/// <remarks>
/// Called in the transaction that claims the rows. An implementer moves every row on (its next step and instant), so that
/// no step is done twice and none is left out, and adds what follows from the steps; it must not commit on its own.
/// </remarks>
public interface IDueDeadlineHandler
{
    /// <summary>Handles due deadlines.</summary>
    /// <param name="due">Rows whose next instant has come; locked by the transaction, not tracked.</param>
    /// <param name="now">The platform's instant.</param>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="ct">Gives up.</param>
    Task HandleAsync(IReadOnlyList<DeadlineRow> due, DateTimeOffset now, PlatformDb db, CancellationToken ct);
}
