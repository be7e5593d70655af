using Platform.Runtime.Persistence;
using Platform.Runtime.Scheduling;

namespace Platform.FaultWorker;

/// <summary>Recurring work that leaves a row in the audit every time, with the node that did it.</summary>
/// <param name="database">Where to write.</param>
/// <param name="node">Name of the node.</param>
public sealed class Heartbeat(PlatformDatabase database, string node) : IRecurringWork
{
    /// <summary>Action of the rows.</summary>
    public const string Action = "test.heartbeat";

    /// <summary>Seconds between two times.</summary>
    public const int Seconds = 2;

    /// <inheritdoc />
    public string Name => "heartbeat";

    /// <inheritdoc />
    public string Cron => $"0/{Seconds} * * * * ?";

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken ct)
    {
        var now = TimeProvider.System.GetUtcNow();
        await database.WriteAsync(
            (db, _) =>
            {
                db.Audit.Add(new AuditRow { TenantId = Matters.Tenant, Id = Guid.CreateVersion7(now), At = now, Action = Action, Detail = node });
                return Task.FromResult(true);
            },
            ct);
        Console.WriteLine("beat");
    }
}
