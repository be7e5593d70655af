using Microsoft.EntityFrameworkCore;
using Platform.Governance.Cases;
using Platform.Governance.Numbering;
using Platform.Governance.Rows;
using Platform.Kernel;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Inquiries;

/// <summary>What citizens say about the handling: one rating for the liaison office, one for the responsible unit. A later rating counts instead of an earlier one, which stays on record.</summary>
public sealed class Evaluations(CaseSetting setting)
{
    /// <summary>Takes a rating from a citizen who has the query code.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="rating">The rating.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The time it was taken; or <c>case.rating</c>, <c>case.query-code</c>.</returns>
    public async Task<Result<DateTimeOffset>> RateAsync(string tenantId, CitizenRating rating, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(rating);
        if (!Rating.IsKnown(rating.Department) || !Rating.IsKnown(rating.Responsible))
        {
            return CaseProblems.Rating;
        }

        if (QueryCodes.Clean(rating.QueryCode) is not { } code)
        {
            return CaseProblems.QueryCode;
        }

        var now = setting.Clock.GetUtcNow();
        return await setting.Database.WriteAsync<Result<DateTimeOffset>>(
            async (db, token) =>
            {
                var found = await db.Set<CaseRow>().Where(row => row.TenantId == tenantId && row.QueryCode == code)
                    .Select(row => new { row.Id, row.ReworkCount }).FirstOrDefaultAsync(token);
                if (found is null)
                {
                    return CaseProblems.QueryCode;
                }

                await AddAsync(db, New(tenantId, found.Id, found.ReworkCount, "网上", rating.Department, rating.Responsible, rating.Reason, now), token);
                return now;
            },
            ct);
    }

    /// <summary>Adds a rating and lets it count instead of the earlier ones.</summary>
    /// <param name="db">Context of the transaction.</param>
    /// <param name="evaluation">The rating.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task AddAsync(PlatformDb db, EvaluationRow evaluation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(evaluation);
        await db.Set<EvaluationRow>().Where(row => row.TenantId == evaluation.TenantId && row.CaseId == evaluation.CaseId && row.IsCurrent)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsCurrent, false), ct);
        db.Add(evaluation);
    }

    /// <summary>A rating that counts.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="round">Rework round.</param>
    /// <param name="method">How it was given.</param>
    /// <param name="department">Liaison office.</param>
    /// <param name="responsible">Responsible unit.</param>
    /// <param name="reason">Why dissatisfied; null for none.</param>
    /// <param name="at">When.</param>
    public static EvaluationRow New(string tenantId, Guid caseId, int round, string method, string department, string responsible, string? reason, DateTimeOffset at) => new()
    {
        TenantId = tenantId, Id = Guid.CreateVersion7(at), CaseId = caseId, At = at, Round = round, Method = method,
        DepartmentRating = department, ResponsibleRating = responsible, Reason = reason, IsCurrent = true,
    };
}

/// <summary>A citizen's rating through the query code.</summary>
/// <param name="QueryCode">Code as typed.</param>
/// <param name="Department">Liaison office: satisfied, mostly or dissatisfied.</param>
/// <param name="Responsible">Responsible unit: satisfied, mostly or dissatisfied.</param>
/// <param name="Reason">Why dissatisfied; null for none.</param>
public sealed record CitizenRating(string QueryCode, string Department, string Responsible, string? Reason = null);
