using Microsoft.EntityFrameworkCore;
using Platform.Governance.Cases;
using Platform.Governance.Rows;
using Platform.Governance.Splits;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Archives;

/// <summary>Conditions under which a case may be closed (销号条件).</summary>
public static class CloseOut
{
    /// <summary>What is still missing, as sentences for the registrar; empty when the case may be closed.</summary>
    /// <param name="db">A context to read with.</param>
    /// <param name="row">The case.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<IReadOnlyList<string>> MissingAsync(PlatformDb db, CaseRow row, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(row);
        List<string> missing = [];
        var opinions = db.Set<OpinionRow>().Where(item => item.TenantId == row.TenantId && item.CaseId == row.Id);
        var handled = row.LeadUnitId is not null && row.FeedbackAt is not null;
        if (handled && !await opinions.AnyAsync(item => item.ElementId == "gatekeep" && item.Outcome == "pass", ct))
        {
            missing.Add("书记把关还没有通过");
        }

        if (handled && row.HasContact && !await opinions.AnyAsync(item => item.ElementId == "inquire", ct))
        {
            missing.Add("还没有答复群众并征询意见");
        }

        if (!handled && row.Ledger != Ledgers.Complaints && row.Result is null)
        {
            missing.Add("还没有办理结果");
        }

        if (await db.Set<CaseRow>().AnyAsync(item => item.TenantId == row.TenantId && item.MainCaseId == row.Id && item.IsOpen, ct))
        {
            missing.Add("还有并入本件的来件没有办结");
        }

        if (await db.Set<CaseRow>().AnyAsync(item => item.TenantId == row.TenantId && item.ParentCaseId == row.Id && item.ParentRelation == CaseRelations.Split && item.IsOpen, ct))
        {
            missing.Add("还有从本件分出的件没有销号");
        }

        return missing;
    }
}
