using Platform.Governance.Rows;
using Platform.Runtime.Access;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Cases;

/// <summary>The one way to read cases: those whose instances exist for the reader. A case that may not be seen is in no list, count, search or link.</summary>
public static class CaseAccess
{
    /// <summary>The cases that exist for a viewer.</summary>
    /// <param name="db">A context to read with.</param>
    /// <param name="viewer">The reader.</param>
    public static IQueryable<CaseRow> Cases(PlatformDb db, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        var tenant = viewer.TenantId;
        var visible = Visibility.Instances(db, viewer);
        return db.Set<CaseRow>().Where(row => row.TenantId == tenant && visible.Any(instance => instance.Id == row.Id));
    }
}
