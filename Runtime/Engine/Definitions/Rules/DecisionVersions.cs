using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Platform.Decisions.Dmn;
using Platform.Kernel.Graph;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Definitions.Rules;

/// <summary>Finds the version of a decision that counts: for an instance, or at this moment.</summary>
/// <param name="database">The database.</param>
/// <param name="graphs">Compiled files.</param>
public sealed class DecisionVersions(PlatformDatabase database, GraphCache graphs)
{
    // A published version stands in one deployment for ever.
    private readonly ConcurrentDictionary<(string Tenant, string Reference, int Version), Guid> deployments = new();

    /// <summary>The newest version of a decision, ready to be evaluated under the same reference, or null.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="reference">Id or name.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<CompiledDecisions?> LatestAsync(string tenantId, string reference, CancellationToken ct) =>
        await NewestAsync(tenantId, reference, ct) is { } newest ? await FindAsync(tenantId, reference, newest, ct) : null;

    /// <summary>A certain version of a decision, ready to be evaluated under the same reference, or null.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="reference">Id or name.</param>
    /// <param name="version">From 1.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<CompiledDecisions?> FindAsync(string tenantId, string reference, int version, CancellationToken ct)
    {
        if (!deployments.TryGetValue((tenantId, reference, version), out var deployment))
        {
            await using var db = database.CreateDbContext();
            deployment = await Named(db, tenantId, reference).Where(d => d.Version == version).Select(d => d.DeploymentId).FirstOrDefaultAsync(ct);
            if (deployment == Guid.Empty)
            {
                return null;
            }

            deployments[(tenantId, reference, version)] = deployment;
        }

        return await graphs.DecisionsAsync(tenantId, deployment, reference);
    }

    /// <summary>The versions that a new instance keeps: those of decisions that its process does not bring itself.</summary>
    internal async ValueTask<ImmutableDictionary<string, int>> BindAsync(string tenantId, DeployedProcess process, CancellationToken ct)
    {
        var versions = ImmutableDictionary<string, int>.Empty;
        foreach (var call in process.LooseCalls.Where(c => c.Binding == DecisionBinding.Deployment))
        {
            if (await NewestAsync(tenantId, call.Reference, ct) is { } newest)
            {
                versions = versions.SetItem(call.Reference, newest);
            }
        }

        return versions;
    }

    /// <summary>What answers the calls of one step. Most processes bring their decisions along; then nothing is looked up.</summary>
    internal async ValueTask<Func<DecisionCall, CompiledDecisions?>> ForStepAsync(
        string tenantId, DeployedProcess process, ImmutableDictionary<string, int> kept, CancellationToken ct)
    {
        if (process.LooseCalls.Count == 0)
        {
            return process.FindDecisions;
        }

        var found = new Dictionary<DecisionCall, CompiledDecisions?>();
        foreach (var call in process.LooseCalls)
        {
            found[call] = call.Binding switch
            {
                DecisionBinding.Version => await FindAsync(tenantId, call.Reference, call.Version, ct),
                DecisionBinding.Deployment when kept.TryGetValue(call.Reference, out var version) => await FindAsync(tenantId, call.Reference, version, ct),
                _ => await LatestAsync(tenantId, call.Reference, ct),
            };
        }

        return call => found.TryGetValue(call, out var decisions) ? decisions : process.FindDecisions(call);
    }

    private async Task<int?> NewestAsync(string tenantId, string reference, CancellationToken ct)
    {
        await using var db = database.CreateDbContext();
        return await Named(db, tenantId, reference).Select(d => (int?)d.Version).FirstOrDefaultAsync(ct);
    }

    /// <summary>Versions under a reference, the one meant first: a key goes before a name, the newest before the older ones.</summary>
    private static IQueryable<DecisionRow> Named(PlatformDb db, string tenantId, string reference) => db.Decisions.AsNoTracking()
        .Where(d => d.TenantId == tenantId && (d.Key == reference || d.Name == reference))
        .OrderBy(d => d.Key == reference ? 0 : 1).ThenByDescending(d => d.DeployedAt).ThenByDescending(d => d.Version);
}
