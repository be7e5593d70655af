using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Graph;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Definitions.Rules;

/// <summary>Which decisions a county has published, to check calls against.</summary>
internal sealed class PublishedDecisions
{
    private readonly Dictionary<string, int> newest = new(StringComparer.Ordinal);

    private PublishedDecisions(IEnumerable<(string Key, string Name, int Version)> rows)
    {
        var all = rows.ToList();
        foreach (var (key, _, version) in all)
        {
            newest[key] = version;
        }

        // A name counts where no decision has it for its key.
        foreach (var (_, name, version) in all)
        {
            newest.TryAdd(name, version);
        }
    }

    /// <summary>What is published now.</summary>
    public static async Task<PublishedDecisions> LoadAsync(PlatformDb db, string tenantId, CancellationToken ct)
    {
        var rows = await db.Decisions.Where(d => d.TenantId == tenantId && !db.Decisions.Any(n => n.TenantId == tenantId && n.Key == d.Key && n.Version > d.Version))
            .OrderByDescending(d => d.DeployedAt).Select(d => new { d.Key, d.Name, d.Version }).ToListAsync(ct);
        return new PublishedDecisions(rows.Select(r => (r.Key, r.Name, r.Version)));
    }

    /// <summary>Whether a call can be answered, given what is published together with its process.</summary>
    public bool Knows(DecisionCall call, DecisionParts own) => call.Binding == DecisionBinding.Version
        ? newest.GetValueOrDefault(call.Reference) >= call.Version
        : own.ByReference.ContainsKey(call.Reference) || newest.ContainsKey(call.Reference);
}
