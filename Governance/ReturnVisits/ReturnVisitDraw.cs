using Platform.Runtime.Scheduling;

namespace Platform.Governance.ReturnVisits;

/// <summary>Every morning: draws among the cases that were closed.</summary>
internal sealed class ReturnVisitDraw(ReturnVisitService visits) : IRecurringWork
{
    public string Name => "return-visits";

    public string Cron => "0 30 7 * * ?";

    public Task RunAsync(CancellationToken ct) => visits.DrawAsync(ct);
}
