using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Platform.Decisions.Dmn;
using Platform.Runtime.Activities;
using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Sql;

namespace Platform.Runtime.Definitions;

/// <summary>Keeps every version of a process that was asked for, compiled once, for as long as the program runs: versions never change.</summary>
public sealed class GraphCache
{
    private readonly ConcurrentDictionary<(string Tenant, Guid Definition), Task<DeployedProcess>> processes = new();
    private readonly ConcurrentDictionary<(string Tenant, Guid Deployment), Task<DeployedParts>> deployments = new();
    private readonly PlatformDatabase database;
    private readonly DeploymentReader reader;
    private readonly Lazy<SqlText> latestSql;

    /// <summary>Made by the container.</summary>
    public GraphCache(PlatformDatabase database, ActivityCatalog catalog)
    {
        this.database = database;
        reader = new DeploymentReader(catalog);
        latestSql = new Lazy<SqlText>(() => new SqlText(
            database.FirstText("definitions", "id", "tenant_id = $1 AND \"key\" = $2 AND is_retired = $3", "version DESC"),
            ColumnKind.Text, ColumnKind.Text, ColumnKind.Flag));
    }

    /// <summary>A version of a process.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="definitionId">The version.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="InvalidOperationException">There is no such version, or its files no longer compile: an instance cannot outlive its definition.</exception>
    public async ValueTask<DeployedProcess> GetAsync(string tenantId, Guid definitionId, CancellationToken ct)
    {
        var key = (tenantId, definitionId);
        var loading = processes.GetOrAdd(key, LoadAsync);
        try
        {
            return await loading.WaitAsync(ct);
        }
        catch when (loading.IsFaulted || loading.IsCanceled)
        {
            // A database that was away for a moment must not make the version unknown for ever.
            processes.TryRemove(KeyValuePair.Create(key, loading));
            throw;
        }
    }

    /// <summary>The newest version of a process that is not retired, or null.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="key">Key of the process.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<DeployedProcess?> LatestAsync(string tenantId, string key, CancellationToken ct)
    {
        // Every start asks this, so it takes the prepared path instead of EF's.
        Guid? latest = null;
        await database.ReadAsync([new Statement(latestSql.Value, tenantId, key, false)], (_, row) => latest = row.GetGuid(0), ct);
        return latest is { } found ? await GetAsync(tenantId, found, ct) : null;
    }

    /// <summary>A certain version of a process, retired or not, or null.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="key">Key of the process.</param>
    /// <param name="version">1 for the first.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<DeployedProcess?> VersionAsync(string tenantId, string key, int version, CancellationToken ct) =>
        await FindAsync(tenantId, d => d.Where(r => r.Key == key && r.Version == version), ct);

    /// <summary>The version of a process that was published together with another version (<c>gov:binding="deployment"</c>), or null.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="siblingId">The version that calls.</param>
    /// <param name="key">Key of the process called.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<DeployedProcess?> SiblingAsync(string tenantId, Guid siblingId, string key, CancellationToken ct) =>
        await FindAsync(
            tenantId,
            d => d.Where(r => r.Key == key && d.Any(s => s.Id == siblingId && s.DeploymentId == r.DeploymentId)),
            ct);

    /// <summary>The decisions of a deployment that hold a reference, or null.</summary>
    internal async Task<CompiledDecisions?> DecisionsAsync(string tenantId, Guid deploymentId, string reference) =>
        (await PartsAsync(tenantId, deploymentId)).Decisions.ByReference.GetValueOrDefault(reference);

    private async Task<DeployedProcess?> FindAsync(
        string tenantId, Func<IQueryable<DefinitionRow>, IQueryable<DefinitionRow>> choose, CancellationToken ct)
    {
        await using var db = database.CreateDbContext();
        var id = await choose(db.Definitions.Where(d => d.TenantId == tenantId)).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(ct);
        return id is { } found ? await GetAsync(tenantId, found, ct) : null;
    }

    private async Task<DeployedProcess> LoadAsync((string Tenant, Guid Definition) key)
    {
        // Several callers share one loading, so no caller's patience ends it.
        await using var db = database.CreateDbContext();
        var row = await db.Definitions.SingleOrDefaultAsync(d => d.TenantId == key.Tenant && d.Id == key.Definition, CancellationToken.None)
            ?? throw new InvalidOperationException($"Expected definition {key.Definition}, but it does not exist.");
        var parts = await PartsAsync(key.Tenant, row.DeploymentId);
        var (_, graph, tasks) = parts.Processes.FirstOrDefault(p => p.Graph.ProcessId == row.Key);
        return graph is null
            ? throw new InvalidOperationException($"Expected process {row.Key} in deployment {row.DeploymentId}, but it does not compile.")
            : new DeployedProcess(new DeployedVersion(row.Id, row.Key, row.Version, row.Name), graph, parts, tasks);
    }

    private async Task<DeployedParts> PartsAsync(string tenantId, Guid deploymentId)
    {
        var loading = deployments.GetOrAdd((tenantId, deploymentId), ReadPartsAsync);
        try
        {
            return await loading;
        }
        catch
        {
            deployments.TryRemove(KeyValuePair.Create((tenantId, deploymentId), loading));
            throw;
        }
    }

    private async Task<DeployedParts> ReadPartsAsync((string Tenant, Guid Deployment) key)
    {
        await using var db = database.CreateDbContext();
        var files = await db.DeploymentFiles.Where(f => f.TenantId == key.Tenant && f.DeploymentId == key.Deployment)
            .ToDictionaryAsync(f => f.Name, f => f.Content, StringComparer.Ordinal, CancellationToken.None);
        return reader.Read(files, null, []);
    }
}
