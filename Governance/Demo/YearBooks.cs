using Microsoft.EntityFrameworkCore;
using Platform.Governance.Cases;
using Platform.Governance.Inquiries;
using Platform.Governance.Rows;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Demo;

/// <summary>What the books say was done beside the process of a case. Asked before a side step, which a killed run may have done without noting it; ratings are asked for by telephone.</summary>
public sealed class YearBooks(CaseSetting setting, CallBacks callBacks)
{
    /// <summary>Whether the withdrawal was recorded.</summary>
    internal Task<bool> IsWithdrawnAsync(string tenantId, Guid caseId, CancellationToken ct) =>
        AskAsync(db => db.Set<CommunicationRow>().AnyAsync(row => row.TenantId == tenantId && row.CaseId == caseId && row.Kind == "withdrawal", ct));

    /// <summary>Whether the time was extended.</summary>
    internal Task<bool> IsExtendedAsync(string tenantId, Guid caseId, CancellationToken ct) =>
        AskAsync(db => db.Set<ExtensionRow>().AnyAsync(row => row.TenantId == tenantId && row.CaseId == caseId, ct));

    /// <summary>How many pauses were ordered, and how many of them are over.</summary>
    internal Task<(int All, int Over)> PausesAsync(string tenantId, Guid caseId, CancellationToken ct) => AskAsync(async db =>
    {
        var pauses = await db.Set<PauseRow>().Where(row => row.TenantId == tenantId && row.CaseId == caseId).Select(row => row.Until).ToListAsync(ct);
        return (pauses.Count, pauses.Count(until => until is not null));
    });

    /// <summary>The citizen rates when called back, once.</summary>
    internal async Task RateAsync(string tenantId, Guid caseId, YearCase plan, CancellationToken ct)
    {
        if (await AskAsync(db => db.Set<EvaluationRow>().AnyAsync(row => row.TenantId == tenantId && row.CaseId == caseId && row.Method == CallBacks.Method, ct)))
        {
            return;
        }

        var rated = await callBacks.RecordAsync(tenantId, caseId, new CitizenRating("", plan.DepartmentRating, plan.ResponsibleRating, "认为应当再多补偿一些。"), ct);
        if (rated.Problem is { } problem)
        {
            throw new InvalidOperationException($"Expected the rating of case {plan.Ordinal} of the year to be taken, but {problem.Code}: {problem.Message}");
        }
    }

    /// <summary>How many steps of review were taken: one for each request, one for each opinion.</summary>
    internal Task<int> ReviewsAsync(string tenantId, Guid caseId, CancellationToken ct) => AskAsync(async db =>
    {
        var decided = await db.Set<ReviewRow>().Where(row => row.TenantId == tenantId && row.CaseId == caseId).Select(row => row.DecidedAt).ToListAsync(ct);
        return decided.Count + decided.Count(at => at is not null);
    });

    private async Task<T> AskAsync<T>(Func<PlatformDb, Task<T>> ask)
    {
        await using PlatformDb db = setting.Database.CreateDbContext();
        return await ask(db);
    }
}
