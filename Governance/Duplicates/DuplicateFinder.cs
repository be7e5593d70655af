using Microsoft.EntityFrameworkCore;
using Platform.Governance.Cases;
using Platform.Governance.Rows;
using Platform.Runtime.Access;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Duplicates;

/// <summary>
/// Finds cases that may be the same matter as one about to be registered: by the same person, or at the same place, of the
/// same category, with a like text. Shows candidates; nothing is merged by itself, and sealed cases never show up.
/// </summary>
public sealed class DuplicateFinder(CaseSetting setting)
{
    private const int Most = 10;
    private const int LookBackDays = 400;
    private const int MostCompared = 500;

    /// <summary>Candidates that exist for the viewer, the most alike first, at most ten.</summary>
    /// <param name="viewer">Who registers.</param>
    /// <param name="command">What came in.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<DuplicateCandidate>> FindAsync(Viewer viewer, RegisterCase command, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (command.WantsSecrecy || command.Ledger == Ledgers.Complaints)
        {
            return [];
        }

        var identity = command.Anonymous ? null : setting.Sealer.IdentityKey(command.IdentityNumber, command.Phone);
        var since = setting.Clock.GetUtcNow().AddDays(-LookBackDays);
        var village = command.Village ?? "";
        await using PlatformDb db = setting.Database.CreateDbContext();
        var rows = await CaseAccess.Cases(db, viewer)
            .Where(row => row.MainCaseId == null && row.RegisteredAt >= since && row.Ledger != Ledgers.Complaints && !row.Title.StartsWith("s1:"))
            .Where(row => (identity != null && row.IdentityKey == identity) || (row.Village == village && row.Category == command.Category))
            .OrderByDescending(row => row.Id).Take(MostCompared).ToListAsync(ct);
        return [.. rows.Select(row => Compare(row, command, identity)).OfType<DuplicateCandidate>().OrderByDescending(item => item.Similarity).Take(Most)];
    }

    private static DuplicateCandidate? Compare(CaseRow row, RegisterCase command, string? identity)
    {
        var samePerson = identity is not null && row.IdentityKey == identity;
        var samePlace = row.Village == (command.Village ?? "") && row.Category == command.Category;
        var similarity = TextSimilarity.Of(row.Title + row.Body, command.Title + command.Text);
        var why = (samePerson, samePlace) switch
        {
            (true, true) => "同一人、同一地点、同类事项",
            (true, false) => "同一人",
            _ => "同一地点、同类事项",
        };
        var alike = similarity >= TextSimilarity.Alike || (samePerson && samePlace);
        return alike ? new DuplicateCandidate(row.Id, row.Number, row.Title, row.RegisteredAt, Math.Round(similarity, 2), why, samePerson) : null;
    }
}

/// <summary>A case that may be the same matter.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Number.</param>
/// <param name="Title">Title.</param>
/// <param name="RegisteredAt">When it was registered.</param>
/// <param name="Similarity">0 to 1.</param>
/// <param name="Why">Why it is shown.</param>
/// <param name="SamePerson">True: merge it as a repeated arrival. False: another person with the same matter.</param>
public sealed record DuplicateCandidate(Guid CaseId, string Number, string Title, DateTimeOffset RegisteredAt, double Similarity, string Why, bool SamePerson);
