using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Kernel.Execution;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Instances;

/// <summary>Stuck tokens and how they come loose.</summary>
/// <param name="database">The database.</param>
/// <param name="runner">Carries out steps.</param>
public sealed class IncidentService(PlatformDatabase database, InstanceRunner runner)
{
    /// <summary>Tries again where a token got stuck. When it gets stuck again, that is a new incident.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="incidentId">The incident.</param>
    /// <param name="commandId">Id chosen by the caller; repeating it gives the first answer.</param>
    /// <param name="actor">Who orders it.</param>
    /// <param name="ct">Gives up before the commit.</param>
    /// <returns>The step; or <c>incident.not-found</c>, or the kernel's refusal.</returns>
    public async Task<Result<StepOutcome>> RetryAsync(string tenantId, Guid incidentId, Guid commandId, Actor actor, CancellationToken ct)
    {
        await using PlatformDb db = database.CreateDbContext();
        IncidentRow? incident = await db.Incidents.SingleOrDefaultAsync(i => i.TenantId == tenantId && i.Id == incidentId, ct);
        return incident is null
            ? new Problem("incident.not-found", "找不到这个故障。")
            : await runner.RunAsync(
                new InstanceCommand
                {
                    TenantId = tenantId,
                    InstanceId = incident.InstanceId,
                    CommandId = commandId,
                    Actor = actor,
                    Trigger = new Trigger.RetryToken { TokenId = incident.TokenId },
                },
                ct);
    }
}
