using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Cases;

/// <summary>回避: people with an interest in a case step aside (信访工作条例第二十八条). From then on the case does not exist for them, and no task of it goes to them.</summary>
public sealed class Recusals(CaseSetting setting)
{
    /// <summary>Lets a person step aside. Repeating it changes nothing.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="personId">Who steps aside.</param>
    /// <param name="by">Head of the unit who decided.</param>
    /// <param name="reason">Why.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>When; or <c>case.not-found</c>.</returns>
    public async Task<Result<DateTimeOffset>> RecuseAsync(string tenantId, Guid caseId, Guid personId, Guid by, string reason, CancellationToken ct)
    {
        if (await setting.FindAsync(tenantId, caseId, ct) is null)
        {
            return CaseProblems.NotFound;
        }

        var now = setting.Clock.GetUtcNow();
        await setting.Database.WriteAsync(
            async (db, token) =>
            {
                var known = await db.AccessExclusions.AnyAsync(
                    row => row.TenantId == tenantId && row.InstanceId == caseId && row.SubjectKind == AccessSubjectKind.Person && row.SubjectId == personId, token);
                if (!known)
                {
                    db.Add(new AccessExclusionRow
                    {
                        TenantId = tenantId, InstanceId = caseId, SubjectKind = AccessSubjectKind.Person, SubjectId = personId, Reason = reason, At = now, By = by,
                    });
                }

                return known;
            },
            ct);
        return now;
    }
}
