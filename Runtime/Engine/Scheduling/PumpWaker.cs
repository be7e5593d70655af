namespace Platform.Runtime.Scheduling;

/// <summary>Wakes the pump from time to time, whatever it had planned: nothing due may lie because a single wake was missed.</summary>
/// <param name="signal">The pump's signal.</param>
internal sealed class PumpWaker(DueSignal signal) : IRecurringWork
{
    public string Name => "due-work";

    public string Cron => "0/10 * * * * ?";

    public Task RunAsync(CancellationToken ct)
    {
        signal.Wake();
        return Task.CompletedTask;
    }
}
