namespace Platform.Runtime.Scheduling;

/// <summary>Work that comes round by the clock: bulletins, return visits, cleaning up. Registered as a service.</summary>
/// <remarks>On a cluster each time is given to one node. An implementer must bear a time being left out while no node ran, and one being given twice after a crash.</remarks>
public interface IRecurringWork
{
    /// <summary>Name, unique among all recurring work; never changes once released.</summary>
    string Name { get; }

    /// <summary>When, as a Quartz cron expression with seconds, in China's time.</summary>
    string Cron { get; }

    /// <summary>Does the work once.</summary>
    /// <param name="ct">The node stops.</param>
    Task RunAsync(CancellationToken ct);
}
