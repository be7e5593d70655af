using Microsoft.EntityFrameworkCore;
using Platform.Governance.Cases;
using Platform.Governance.Rows;
using Platform.Kernel;

namespace Platform.Governance.Inquiries;

/// <summary>
/// 电话回访: ratings that the office asks for by telephone when a case is over, also of those whom the public page cannot ask:
/// people led to a legal path, people who were refused, and those who complained under seal.
/// </summary>
public sealed class CallBacks(CaseSetting setting)
{
    /// <summary>Method of a rating that was given on the telephone.</summary>
    public const string Method = "电话回访";

    /// <summary>Keeps a rating; it counts instead of earlier ones, which stay on record.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="caseId">A case that is over.</param>
    /// <param name="rating">The ratings; the query code is not asked for.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>When it was taken; or <c>case.rating</c>, <c>case.rating-reason</c>, <c>case.rating-closed</c>, <c>case.not-found</c>.</returns>
    public async Task<Result<DateTimeOffset>> RecordAsync(string tenantId, Guid caseId, CitizenRating rating, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(rating);
        if (!Rating.IsKnown(rating.Department) || !Rating.IsKnown(rating.Responsible))
        {
            return CaseProblems.Rating;
        }

        if (rating.IsDissatisfied && string.IsNullOrWhiteSpace(rating.Reason))
        {
            return CaseProblems.RatingReason;
        }

        var now = setting.Clock.GetUtcNow();
        return await setting.Database.WriteAsync<Result<DateTimeOffset>>(
            async (db, token) =>
            {
                var found = await db.Set<CaseRow>().FirstOrDefaultAsync(row => row.TenantId == tenantId && row.Id == caseId, token);
                if (found is null)
                {
                    return CaseProblems.NotFound;
                }

                if (found.IsOpen)
                {
                    return CaseProblems.RatingClosed;
                }

                await Evaluations.AddAsync(
                    db, Evaluations.New(tenantId, caseId, found.ReworkCount, Method, rating.Department, rating.Responsible, rating.Reason, now), token);
                return now;
            },
            ct);
    }
}
