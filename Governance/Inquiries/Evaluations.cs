using Microsoft.EntityFrameworkCore;
using Platform.Governance.Cases;
using Platform.Governance.Numbering;
using Platform.Governance.Rows;
using Platform.Kernel;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Inquiries;

/// <summary>What citizens say about the handling: one rating for the liaison office, one for the responsible unit. A later rating counts instead of an earlier one, which stays on record.</summary>
public sealed class Evaluations(CaseSetting setting)
{
    /// <summary>Method of a rating that the citizen gave on the public page.</summary>
    public const string Online = "网上";

    private const string VisitorRole = "visitor";
    private const int LongestReason = 1_000;

    /// <summary>Takes a rating from a citizen who has the query code.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="rating">The rating.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The time it was taken; or <c>case.rating</c>, <c>case.rating-reason</c>, <c>case.rating-closed</c>, <c>case.query-code</c>.</returns>
    public async Task<Result<DateTimeOffset>> RateAsync(string tenantId, CitizenRating rating, CancellationToken ct)
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

        if (QueryCodes.Clean(rating.QueryCode) is not { } code)
        {
            return CaseProblems.QueryCode;
        }

        var now = setting.Clock.GetUtcNow();
        var calendar = await setting.Calendars.GetAsync(tenantId, ct);
        var directory = await setting.Org.GetAsync(tenantId, ct);
        return await setting.Database.WriteAsync<Result<DateTimeOffset>>(
            async (db, token) =>
            {
                var found = await db.Set<CaseRow>().FirstOrDefaultAsync(row => row.TenantId == tenantId && row.QueryCode == code, token);
                if (found is null)
                {
                    return CaseProblems.QueryCode;
                }

                if (!await RatingPeriod.IsOpenAsync(db, found, calendar, now, token))
                {
                    return CaseProblems.RatingClosed;
                }

                await AddAsync(db, New(tenantId, found.Id, found.ReworkCount, Online, rating.Department, rating.Responsible, Kept(rating.Reason), now), token);
                db.AddRange(Messages(directory, found, rating, now));
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

    /// <summary>Those who visit citizens learn that one is dissatisfied.</summary>
    private static IEnumerable<NotificationRow> Messages(OrgDirectory directory, CaseRow row, CitizenRating rating, DateTimeOffset now) => rating.IsDissatisfied
        ? directory.HoldersByRole(VisitorRole, row.DeskUnitId, now).Select(held => new NotificationRow
        {
            TenantId = row.TenantId, Id = Guid.CreateVersion7(now), PersonId = held.Person.Id, Kind = "case.rated", InstanceId = row.Id, Level = 1, CreatedAt = now,
            Title = $"{row.Number} 群众在网上评价不满意，请联系核实。",
        })
        : [];

    private static string? Kept(string? reason) => string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()[..Math.Min(reason.Trim().Length, LongestReason)];

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
public sealed record CitizenRating(string QueryCode, string Department, string Responsible, string? Reason = null)
{
    /// <summary>Whether one of the two is not satisfied; a reason is then asked for.</summary>
    public bool IsDissatisfied => Department == Rating.Dissatisfied || Responsible == Rating.Dissatisfied;
}
