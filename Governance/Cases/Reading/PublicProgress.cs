using Microsoft.EntityFrameworkCore;
using Platform.Governance.Inquiries;
using Platform.Governance.Numbering;
using Platform.Governance.Rows;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Cases;

/// <summary>What a citizen sees with the query code, without signing in. Of complaints only that they were received or handed on.</summary>
public sealed class PublicProgress(CaseSetting setting)
{
    /// <summary>The progress of the case that a query code belongs to; null when there is none. The caller limits how often one may ask.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="queryCode">Code as typed.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<CaseProgress?> FindAsync(string tenantId, string queryCode, CancellationToken ct)
    {
        if (QueryCodes.Clean(queryCode) is not { } code)
        {
            return null;
        }

        await using PlatformDb db = setting.Database.CreateDbContext();
        var row = await db.Set<CaseRow>().FirstOrDefaultAsync(item => item.TenantId == tenantId && item.QueryCode == code, ct);
        if (row is null)
        {
            return null;
        }

        return RatingPeriod.IsSealed(row) ? Sealed(row) : await PlainAsync(db, row, ct);
    }

    private static CaseProgress Sealed(CaseRow row)
    {
        var passedOn = row.Stage is "已移送" or CaseStages.Archived or CaseStages.Forwarded;
        return new CaseProgress { Number = row.Number[..2] + "******", Current = passedOn ? "已移送" : "已接收", Steps = [new("已接收", true), new("已移送", passedOn)] };
    }

    private async Task<CaseProgress> PlainAsync(PlatformDb db, CaseRow row, CancellationToken ct)
    {
        var directory = await setting.Org.GetAsync(row.TenantId, ct);
        var unit = row.LeadUnitId is { } lead ? directory.Unit(lead)?.ShortName : null;
        var answer = await db.Set<DeliveryRow>()
            .Where(item => item.TenantId == row.TenantId && item.CaseId == row.Id && (item.Kind == "reply" || item.Kind == "redirect" || item.Kind == "refuse"))
            .OrderByDescending(item => item.At).Select(item => item.Text).FirstOrDefaultAsync(ct);
        var at = CaseStages.StepOf(row.Stage);
        return new CaseProgress
        {
            Number = row.Number,
            Current = Words(at, unit),
            ExpectedBy = at is >= 4 and < 8 ? row.PromiseDueAt : null,
            PausedSince = row.PausedSince,
            Answer = setting.Sealer.Open(row.Id, answer),
            MayRate = await RatingPeriod.IsOpenAsync(db, row, await setting.Calendars.GetAsync(row.TenantId, ct), setting.Clock.GetUtcNow(), ct),
            IsRated = await db.Set<EvaluationRow>().AnyAsync(item => item.TenantId == row.TenantId && item.CaseId == row.Id && item.IsCurrent, ct),
            Steps = [new("已登记", true), new("已受理", at >= 4), new(unit is null ? "办理" : $"{unit}办理", at >= 7), new("审核", at >= 8), new("已答复", answer is not null), new("已办结", at == 10)],
        };
    }

    private static string Words(int step, string? unit) => step switch
    {
        <= 2 => "已经登记，正在呈批。",
        3 => "已经受理，正在通知您。",
        4 or 5 or 6 => unit is null ? "正在交给承办单位。" : $"已经到{unit}，正在办理。",
        7 => "承办单位已经反馈，正在审核。",
        8 => "已经办理完毕，正在答复您，请留意电话。",
        9 => "已经答复，正在归档。",
        _ => "已经办结。",
    };
}

/// <summary>Progress in plain words.</summary>
public sealed record CaseProgress
{
    /// <summary>Number, masked for complaints.</summary>
    public required string Number { get; init; }

    /// <summary>Where it stands, a sentence.</summary>
    public required string Current { get; init; }

    /// <summary>When an answer is promised; null when none is.</summary>
    public DateTimeOffset? ExpectedBy { get; init; }

    /// <summary>Since when the clock stands; null when it runs.</summary>
    public DateTimeOffset? PausedSince { get; init; }

    /// <summary>The answer; null before.</summary>
    public string? Answer { get; init; }

    /// <summary>Whether the citizen may rate now.</summary>
    public bool MayRate { get; init; }

    /// <summary>Whether a rating was given.</summary>
    public bool IsRated { get; init; }

    /// <summary>Steps in plain words.</summary>
    public required IReadOnlyList<ProgressStep> Steps { get; init; }
}

/// <summary>A step in plain words.</summary>
/// <param name="Text">Words.</param>
/// <param name="IsDone">Whether it is done.</param>
public sealed record ProgressStep(string Text, bool IsDone);
