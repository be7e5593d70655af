using Microsoft.EntityFrameworkCore;
using Platform.Governance.Rows;
using Platform.Runtime.Access;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Cases;

/// <summary>Titles of matters for lists of tasks, which know their step only.</summary>
public sealed class CaseTitles(CaseSetting setting)
{
    /// <summary>
    /// Titles by case. Cases that do not exist for the reader are left out; so are restricted and sealed ones, whose title is
    /// read one at a time and on record.
    /// </summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="caseIds">The cases, at most a page of them.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyDictionary<Guid, string>> GetAsync(Viewer viewer, IReadOnlyCollection<Guid> caseIds, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(caseIds);
        if (caseIds.Count == 0)
        {
            return new Dictionary<Guid, string>();
        }

        await using PlatformDb db = setting.Database.CreateDbContext();
        var visible = Visibility.Instances(db, viewer).Where(row => row.Scope < InformationScope.Restricted && caseIds.Contains(row.Id)).Select(row => row.Id);
        return await db.Set<CaseRow>().Where(row => row.TenantId == viewer.TenantId && visible.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Title, ct);
    }
}
