using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Runtime.Activities;
using Platform.Runtime.Definitions.Rules;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Definitions;

/// <summary>Publishes processes with their decisions, forms and texts. What was published never changes; a change is a new version.</summary>
public sealed class DefinitionService
{
    private const int MostTurns = 5;
    private const int MaximumBytes = 64 * 1024 * 1024;

    private readonly PlatformDatabase database;
    private readonly TimeProvider clock;
    private readonly DeploymentReader reader;

    /// <summary>Made by the container.</summary>
    public DefinitionService(PlatformDatabase database, ActivityCatalog catalog, TimeProvider clock)
    {
        this.database = database;
        this.clock = clock;
        reader = new DeploymentReader(catalog);
    }

    /// <summary>Publishes files. The same files again give the same versions and change nothing.</summary>
    /// <param name="deploy">The order.</param>
    /// <param name="ct">Gives up; a commit under way is not undone.</param>
    /// <returns>
    /// The versions, or <c>deploy.empty</c>, <c>deploy.too-large</c>, <c>deploy.overtaken</c> when <see cref="Deploy.After"/> is no longer the newest version, or <c>deploy.refused</c> with one detail per error:
    /// key is file, line and element, code and message those of the issue.
    /// </returns>
    public async Task<Result<DeployOutcome>> DeployAsync(Deploy deploy, CancellationToken ct)
    {
        if (deploy.Files.Count == 0)
        {
            return new Problem("deploy.empty", "没有可发布的文件。");
        }

        if (deploy.Files.Values.Sum(f => (long)f.Length) > MaximumBytes)
        {
            return new Problem("deploy.too-large", $"文件合计超过 {MaximumBytes / 1024 / 1024} MB，请减少内容后再发布。");
        }

        var issues = new List<DeployIssue>();
        var parts = reader.Read(deploy.Files, await PublishedAsync(deploy.TenantId, ct), issues);
        DeploymentReader.Review(parts, issues);
        if (Refusal(parts, issues) is { } refusal)
        {
            return refusal;
        }

        var hash = ContentHash.Of(deploy.Files);
        for (int turn = 1; ; turn++)
        {
            try
            {
                return await database.WriteAsync<Result<DeployOutcome>>(
                    async (db, token) => await DecisionPublishing.OvertakenAsync(db, deploy, token) is { } overtaken
                        ? overtaken
                        : !deploy.AsNewVersion && await KnownAsync(db, deploy.TenantId, hash, issues, token) is { } known
                        ? known
                        : await SaveAsync(db, deploy, parts, hash, issues, token),
                    ct);
            }
            catch (DbUpdateException) when (turn < MostTurns)
            {
                // Two who publish at one instant take the same number: the database lets one through, the other comes after it.
            }
        }
    }

    /// <summary>Checks files as <see cref="DeployAsync"/> would, and publishes nothing.</summary>
    /// <param name="tenantId">The county, whose published decisions the files may ask.</param>
    /// <param name="files">Content by name.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<DeployIssue>> CheckAsync(string tenantId, IReadOnlyDictionary<string, byte[]> files, CancellationToken ct)
    {
        var issues = new List<DeployIssue>();
        DeploymentReader.Review(reader.Read(files, await PublishedAsync(tenantId, ct), issues), issues);
        return issues;
    }

    private async Task<PublishedDecisions> PublishedAsync(string tenantId, CancellationToken ct)
    {
        await using var db = database.CreateDbContext();
        return await PublishedDecisions.LoadAsync(db, tenantId, ct);
    }

    private static Problem? Refusal(DeployedParts parts, List<DeployIssue> issues)
    {
        var errors = issues.Where(i => i.IsError).ToList();
        if (parts.Processes.GroupBy(p => p.Graph.ProcessId, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            errors.Add(DeployIssue.OfFile("deploy.duplicate-process", true, twice.Last().File, 0, twice.Key, $"流程“{twice.Key}”在所发布的文件中出现了两次。"));
        }

        if (errors.Count == 0)
        {
            return null;
        }

        var first = errors[0];
        var where = first.Line > 0 ? $"{first.File} 第 {first.Line} 行" : first.File;
        return new Problem("deploy.refused", $"发现 {errors.Count} 处错误，没有发布。{where}：{first.Message}")
        {
            Details = [.. errors.Select(e => new ProblemDetail($"{e.File}:{e.Line}:{e.ElementId}", e.Code, e.Message))],
        };
    }

    private static async Task<DeployOutcome?> KnownAsync(
        PlatformDb db, string tenantId, string hash, List<DeployIssue> issues, CancellationToken ct)
    {
        var known = await db.Deployments.Where(d => d.TenantId == tenantId && d.ContentHash == hash).OrderByDescending(d => d.Id).FirstOrDefaultAsync(ct);
        if (known is null)
        {
            return null;
        }

        var versions = await db.Definitions.Where(d => d.TenantId == tenantId && d.DeploymentId == known.Id)
            .OrderBy(d => d.Key).Select(d => new DeployedVersion(d.Id, d.Key, d.Version, d.Name)).ToListAsync(ct);

        // Decisions on their own may go back to an earlier content; a process would take its whole template back with it.
        return versions.Count == 0 && await DecisionPublishing.IsOvertakenAsync(db, known, ct)
            ? null
            : new DeployOutcome(known.Id, [.. versions], [.. issues], IsNew: false) { Decisions = await DecisionPublishing.OfAsync(db, known, ct) };
    }

    private async Task<Result<DeployOutcome>> SaveAsync(
        PlatformDb db, Deploy deploy, DeployedParts parts, string hash, List<DeployIssue> issues, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var deployment = new DeploymentRow
        {
            TenantId = deploy.TenantId,
            Id = Guid.CreateVersion7(now),
            Name = deploy.Name,
            ContentHash = hash,
            DeployedAt = now,
            DeployedBy = deploy.By,
            Note = deploy.Note,
        };
        db.Deployments.Add(deployment);
        db.DeploymentFiles.AddRange(deploy.Files.Select(f => new DeploymentFileRow
        {
            TenantId = deploy.TenantId, DeploymentId = deployment.Id, Name = f.Key, Content = f.Value,
        }));
        var versions = new List<DeployedVersion>();
        foreach (var (file, graph, _) in parts.Processes.OrderBy(p => p.Graph.ProcessId, StringComparer.Ordinal))
        {
            var last = await db.Definitions.Where(d => d.TenantId == deploy.TenantId && d.Key == graph.ProcessId)
                .OrderByDescending(d => d.Version).FirstOrDefaultAsync(ct);
            var row = new DefinitionRow
            {
                TenantId = deploy.TenantId,
                Id = Guid.CreateVersion7(now),
                DeploymentId = deployment.Id,
                Key = graph.ProcessId,
                Version = (last?.Version ?? 0) + 1,
                Name = graph.Name ?? graph.ProcessId,
                FileName = file,
                ContentHash = hash,
                DeployedAt = now,
            };
            db.Definitions.Add(row);
            await StartTriggers.ReplaceAsync(db, row, last?.Id, graph, now, ct);
            versions.Add(new DeployedVersion(row.Id, row.Key, row.Version, row.Name));
        }

        return new DeployOutcome(deployment.Id, [.. versions], [.. issues], IsNew: true)
        {
            Decisions = await DecisionPublishing.SaveAsync(db, deployment, parts.Decisions, deploy.Files, deploy.AsNewVersion || parts.Processes.Count == 0, ct),
        };
    }
}
