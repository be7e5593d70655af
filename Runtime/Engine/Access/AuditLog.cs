using Platform.Runtime.Persistence;

namespace Platform.Runtime.Access;

/// <summary>Keeps who did or read what, beside the history of steps. Appended only.</summary>
public sealed class AuditLog(PlatformDatabase database, TimeProvider clock)
{
    /// <summary>Action of somebody who opened a restricted or sealed matter.</summary>
    public const string Read = "instance.read";

    /// <summary>Records that a viewer opened a matter, when its scope asks for a record. Who watches is watched as well.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="instanceId">The matter.</param>
    /// <param name="scope">Its scope; public and internal matters leave no record.</param>
    /// <param name="what">What was opened, such as <c>task</c>, <c>timeline</c>, <c>attachment</c>.</param>
    /// <param name="ct">Gives up.</param>
    public Task ReadingAsync(Viewer viewer, Guid instanceId, InformationScope scope, string what, CancellationToken ct) =>
        scope < InformationScope.Restricted
            ? Task.CompletedTask
            : RecordAsync(viewer.TenantId, viewer.PersonId, Read, "instance", instanceId, what, ct);

    /// <summary>Records an action.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="personId">Who; null for the system.</param>
    /// <param name="action">Stable name, <c>area.action</c>.</param>
    /// <param name="subjectKind">What sort of thing was acted on; null for none.</param>
    /// <param name="subjectId">Which; null for none.</param>
    /// <param name="detail">Nothing personal; null for none.</param>
    /// <param name="ct">Gives up.</param>
    public Task RecordAsync(
        string tenantId, Guid? personId, string action, string? subjectKind, Guid? subjectId, string? detail, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(
            (db, _) =>
            {
                db.Audit.Add(new AuditRow
                {
                    TenantId = tenantId,
                    Id = Guid.CreateVersion7(now),
                    At = now,
                    PersonId = personId,
                    Action = action,
                    SubjectKind = subjectKind,
                    SubjectId = subjectId,
                    Detail = detail,
                });
                return Task.FromResult(true);
            },
            ct);
    }
}
