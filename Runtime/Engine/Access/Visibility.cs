using System.Linq.Expressions;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Access;

/// <summary>
/// The one place that decides what exists for a reader. Every list, count, search, page and export of matters starts
/// from a query made here; what is left out here is nowhere.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>Nothing of another county.</item>
/// <item>Nothing whose exclusions name the person, or a unit they belong to now, whatever else holds.</item>
/// <item>Public and internal: those who take part, people of the owning unit, supervisors above it, auditors.</item>
/// <item>Restricted: those who take part, supervisors with the right to read restricted matters, auditors.</item>
/// <item>Sealed: those who take part and have the right to read sealed matters; nobody else, no administrator.</item>
/// </list>
/// Who may act for somebody takes part where that person does.
/// </remarks>
public static class Visibility
{
    /// <summary>The instances that exist for a viewer.</summary>
    /// <param name="db">A context to read with.</param>
    /// <param name="viewer">The reader.</param>
    public static IQueryable<InstanceRow> Instances(PlatformDb db, Viewer viewer)
    {
        var tenant = viewer.TenantId;
        if (viewer.PersonId is not { } person)
        {
            return db.Instances.Where(i => false);
        }

        var excluded = ExcludedFrom(db, viewer, person);
        return db.Instances
            .Where(i => i.TenantId == tenant)
            .Where(i => !excluded.Contains(i.Id))
            .Where(OrElse(AsOutsider(viewer), AsParticipant(db, viewer, person)));
    }

    /// <summary>The instances that a command may address: those of the county, for services that check on their own who asks.</summary>
    internal static IQueryable<InstanceRow> AllInstances(PlatformDb db, string tenantId) => db.Instances.Where(i => i.TenantId == tenantId);

    /// <summary>The tasks of visible instances.</summary>
    /// <param name="db">A context to read with.</param>
    /// <param name="viewer">The reader.</param>
    public static IQueryable<TaskRow> Tasks(PlatformDb db, Viewer viewer)
    {
        var tenant = viewer.TenantId;
        var visible = Instances(db, viewer);
        return db.Tasks.Where(t => t.TenantId == tenant && visible.Any(i => i.Id == t.InstanceId));
    }

    /// <summary>Every task of the county, for services that check on their own who asks.</summary>
    internal static IQueryable<TaskRow> AllTasks(PlatformDb db, string tenantId) => db.Tasks.Where(t => t.TenantId == tenantId);

    /// <summary>
    /// What an operator may know of every instance: that it exists, its process and state, nothing of its content. Of
    /// sealed matters there is no number and no name. Whom a matter excludes learns not even that, operator or not.
    /// </summary>
    /// <param name="db">A context to read with.</param>
    /// <param name="viewer">The reader; without the right to operate nothing exists.</param>
    public static IQueryable<OperationsItem> Operations(PlatformDb db, Viewer viewer)
    {
        var tenant = viewer.TenantId;
        var allowed = viewer.Has(ViewerRights.Operate) || viewer.Has(ViewerRights.Administer);
        var excluded = ExcludedFrom(db, viewer, viewer.PersonId ?? Guid.Empty);
        return db.Instances.Where(i => allowed && i.TenantId == tenant && !excluded.Contains(i.Id)).Select(i => new OperationsItem
        {
            Id = i.Id,
            ProcessKey = i.ProcessKey,
            Version = i.Version,
            Status = i.Status,
            StartedAt = i.StartedAt,
            IsDiscreet = i.Scope >= InformationScope.Restricted,
            BusinessKey = i.Scope >= InformationScope.Restricted ? null : i.BusinessKey,
        });
    }

    /// <summary>The matters that name the person, or a unit they belong to now.</summary>
    internal static IQueryable<Guid> ExcludedFrom(PlatformDb db, Viewer viewer, Guid person)
    {
        var tenant = viewer.TenantId;
        var chain = viewer.UnitChain;
        return db.AccessExclusions
            .Where(x => x.TenantId == tenant
                && ((x.SubjectKind == AccessSubjectKind.Person && x.SubjectId == person)
                    || (x.SubjectKind == AccessSubjectKind.Unit && chain.Contains(x.SubjectId))))
            .Select(x => x.InstanceId);
    }

    /// <summary>Rights by unit: the owning unit's people, supervisors and auditors.</summary>
    private static Expression<Func<InstanceRow, bool>> AsOutsider(Viewer viewer)
    {
        var own = viewer.UnitIds;
        var supervised = viewer.SupervisedUnitIds;
        var readRestricted = viewer.Has(ViewerRights.ReadRestricted);
        var audit = viewer.Has(ViewerRights.Audit);
        return i => (audit && i.Scope <= InformationScope.Restricted)
            || (i.Scope <= InformationScope.Internal && i.OwnerUnitId != null
                && (own.Contains(i.OwnerUnitId.Value) || supervised.Contains(i.OwnerUnitId.Value)))
            || (readRestricted && i.Scope == InformationScope.Restricted && i.OwnerUnitId != null && supervised.Contains(i.OwnerUnitId.Value));
    }

    /// <summary>Rights by taking part, oneself or as a deputy.</summary>
    private static Expression<Func<InstanceRow, bool>> AsParticipant(PlatformDb db, Viewer viewer, Guid person)
    {
        var tenant = viewer.TenantId;
        var readSealed = viewer.Has(ViewerRights.ReadSealed);
        Guid[] everywhere = [person, .. viewer.Represents.Where(r => r.ProcessKeys.IsEmpty).Select(r => r.PrincipalId)];
        Expression<Func<InstanceRow, bool>> takesPart = i => (readSealed || i.Scope < InformationScope.Sealed)
            && db.Participants.Any(p => p.TenantId == tenant && p.InstanceId == i.Id && everywhere.Contains(p.PersonId));
        foreach (var limited in viewer.Represents.Where(r => !r.ProcessKeys.IsEmpty))
        {
            var principal = limited.PrincipalId;
            var keys = limited.ProcessKeys;
            takesPart = OrElse(takesPart, i => (readSealed || i.Scope < InformationScope.Sealed) && keys.Contains(i.ProcessKey)
                && db.Participants.Any(p => p.TenantId == tenant && p.InstanceId == i.Id && p.PersonId == principal));
        }

        return takesPart;
    }

    private static Expression<Func<InstanceRow, bool>> OrElse(
        Expression<Func<InstanceRow, bool>> left, Expression<Func<InstanceRow, bool>> right)
    {
        var row = left.Parameters[0];
        var body = new Rebind(right.Parameters[0], row).Visit(right.Body);
        return Expression.Lambda<Func<InstanceRow, bool>>(Expression.OrElse(left.Body, body), row);
    }

    private sealed class Rebind(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
