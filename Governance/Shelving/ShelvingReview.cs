using Platform.Runtime.Scheduling;

namespace Platform.Governance.Shelving;

/// <summary>Every morning before work: takes up the cases that were put aside until today.</summary>
internal sealed class ShelvingReview(Shelvings shelvings) : IRecurringWork
{
    public string Name => "shelving-review";

    public string Cron => "0 45 7 * * ?";

    public Task RunAsync(CancellationToken ct) => shelvings.WakeAsync(ct);
}
