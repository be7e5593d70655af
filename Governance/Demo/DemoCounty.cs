using Microsoft.EntityFrameworkCore;
using Platform.Governance.Rehearsals;
using Platform.Kernel;
using Platform.Runtime.Definitions;
using Platform.Runtime.Definitions.Packages;
using Platform.Runtime.Forms;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Demo;

/// <summary>Puts the invented county 清源县 into the database and publishes the template of the three ledgers.</summary>
public sealed class DemoCounty(PlatformDatabase database, OrgCache org, DefinitionService definitions, TimeProvider clock)
{
    /// <summary>Tenant of the county.</summary>
    public const string TenantId = "qingyuan";

    private static readonly TimeSpan Before = TimeSpan.FromDays(30);

    /// <summary>Adds units, posts and people unless they are there. Safe to repeat.</summary>
    /// <param name="ct">Gives up.</param>
    /// <returns>Whether anything was added.</returns>
    public async Task<bool> SeedAsync(CancellationToken ct)
    {
        await using (PlatformDb db = database.CreateDbContext())
        {
            if (await db.OrgUnits.AnyAsync(row => row.TenantId == TenantId, ct))
            {
                return false;
            }
        }

        var county = QingyuanCounty.Build(TenantId, clock.GetUtcNow() - Before);
        await database.WriteAsync(
            async (db, token) =>
            {
                if (await db.OrgUnits.AnyAsync(row => row.TenantId == TenantId, token))
                {
                    return false;
                }

                db.AddRange(county.Units);
                db.AddRange(county.People);
                db.AddRange(county.PostRows);
                db.AddRange(county.Memberships);
                db.AddRange(county.Deputies);
                return true;
            },
            ct);
        org.Invalidate(TenantId);
        return true;
    }

    /// <summary>Publishes the files of a template folder. The same files again change nothing.</summary>
    /// <param name="folder">Folder with the process, its tables, forms and texts.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The versions; or why the process cannot run.</returns>
    public async Task<Result<DeployOutcome>> DeployAsync(string folder, CancellationToken ct)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (name.EndsWith(".bpmn", StringComparison.Ordinal) || name.EndsWith(".dmn", StringComparison.Ordinal)
                || name.EndsWith(".form.json", StringComparison.Ordinal) || name.EndsWith(FormDictionary.FileEnding, StringComparison.Ordinal) || name.EndsWith(RehearsalSuite.FileEnding, StringComparison.Ordinal) || name.StartsWith(PackagedFile.Letters, StringComparison.Ordinal))
            {
                files[name] = await File.ReadAllBytesAsync(path, ct);
            }
        }

        return await definitions.DeployAsync(new Deploy { TenantId = TenantId, Name = Path.GetFileName(Path.GetFullPath(folder)), Files = files, Note = "随平台提供的模板" }, ct);
    }
}
