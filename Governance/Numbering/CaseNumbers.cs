using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Governance.Rows;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Numbering;

/// <summary>
/// Gives out numbers of cases. A number is reserved in its own transaction before the case exists, so none is ever given
/// out twice; one that was reserved in vain stays in the books and shows in <see cref="GapsAsync"/>.
/// </summary>
public sealed class CaseNumbers(PlatformDatabase database)
{
    /// <summary>Series of sealed cases, which has no order.</summary>
    public const string SealedSeries = "M";

    private const int MostAttempts = 3;

    /// <summary>Reserves the next number of a series: division, level, ledger, year, five digits.</summary>
    /// <param name="request">What the number is for.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<string> ReserveAsync(NumberRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await database.WriteAsync((db, token) => request.IsSealed ? SealedAsync(db, request, token) : NextAsync(db, request, token), ct);
            }
            catch (DbUpdateException) when (attempt < MostAttempts)
            {
                // Two desks opened the series of a new year at once; the one that came second finds it open now.
            }
        }
    }

    /// <summary>Numbers between the first and the last of each series that no case carries, with the reason where one was recorded.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="year">The year.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<NumberGap>> GapsAsync(string tenantId, int year, CancellationToken ct)
    {
        await using PlatformDb db = database.CreateDbContext();
        var ending = string.Create(CultureInfo.InvariantCulture, $"-{year}");
        var issued = await db.Set<IssuedNumberRow>()
            .Where(row => row.TenantId == tenantId && row.Series != SealedSeries && row.Series.EndsWith(ending))
            .Select(row => new { row.Number, row.VoidReason, HasCase = db.Set<CaseRow>().Any(item => item.TenantId == tenantId && item.Number == row.Number) })
            .ToListAsync(ct);
        return [.. issued.Where(row => !row.HasCase).OrderBy(row => row.Number, StringComparer.Ordinal).Select(row => new NumberGap(row.Number, row.VoidReason))];
    }

    /// <summary>Marks a number as void; it stays in the books.</summary>
    /// <param name="db">Context of the transaction.</param>
    /// <param name="tenantId">The county.</param>
    /// <param name="number">The number.</param>
    /// <param name="reason">Why.</param>
    /// <param name="at">When.</param>
    /// <param name="ct">Gives up.</param>
    internal static Task VoidAsync(PlatformDb db, string tenantId, string number, string reason, DateTimeOffset at, CancellationToken ct) =>
        db.Set<IssuedNumberRow>().Where(row => row.TenantId == tenantId && row.Number == number)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.VoidedAt, at).SetProperty(row => row.VoidReason, reason), ct);

    private static async Task<string> NextAsync(PlatformDb db, NumberRequest request, CancellationToken ct)
    {
        var series = request.PartOf is { } main
            ? $"{main}."
            : string.Create(CultureInfo.InvariantCulture, $"{request.Division}-{request.Level}-{request.Ledger}-{request.Year}");
        var rows = db.Set<NumberSeriesRow>().Where(row => row.TenantId == request.TenantId && row.Series == series);
        if (await rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.Last, row => row.Last + 1), ct) == 0)
        {
            db.Add(new NumberSeriesRow { TenantId = request.TenantId, Series = series, Last = 1 });
            await db.SaveChangesAsync(ct);
        }

        var last = await rows.Select(row => row.Last).SingleAsync(ct);
        var number = request.PartOf is null
            ? string.Create(CultureInfo.InvariantCulture, $"{series}-{last:D5}")
            : string.Create(CultureInfo.InvariantCulture, $"{series}{last}");
        db.Add(Issued(request, number, series, last));
        return number;
    }

    private static async Task<string> SealedAsync(PlatformDb db, NumberRequest request, CancellationToken ct)
    {
        string number;
        do
        {
            number = QueryCodes.NewSealedNumber();
        }
        while (await db.Set<IssuedNumberRow>().AnyAsync(row => row.TenantId == request.TenantId && row.Number == number, ct));

        db.Add(Issued(request, number, SealedSeries, 0));
        return number;
    }

    private static IssuedNumberRow Issued(NumberRequest request, string number, string series, int sequence) => new()
    {
        TenantId = request.TenantId, Number = number, Series = series, Sequence = sequence, CaseId = request.CaseId, IssuedAt = request.At,
    };
}

/// <summary>A number without a case.</summary>
/// <param name="Number">The number.</param>
/// <param name="Reason">Why it was voided; null when nobody recorded a reason.</param>
public sealed record NumberGap(string Number, string? Reason);
