using Microsoft.EntityFrameworkCore;
using Platform.Activities.Books;
using Platform.Governance.Rows;

namespace Platform.Activities.Dispatch;

/// <summary>Hands a complaint over sealed and keeps nothing but the receipts.</summary>
public sealed class SealedTransfer
{
    /// <summary>The sealed bag leaves the desk.</summary>
    /// <param name="work">The completion.</param>
    public void Seal(CaseWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var step = work.Step;
        work.Add(id => new TransferRow
        {
            TenantId = step.TenantId, Id = id, CaseId = step.CaseId, At = step.At, ById = step.By, Copies = step.Number("copies") ?? 1,
            BagNumber = step.Text("bagNumber") ?? "", PackageHash = step.Text("packageHash"),
        });
    }

    /// <summary>The receiving body signs, or says that it is not competent.</summary>
    /// <param name="work">The completion.</param>
    public void Receive(CaseWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (work.Outcome != "received")
        {
            work.Change(row => row.NotBookedReason = "有权机关认为不属受理范围");
            return;
        }

        var step = work.Step;
        work.Change(row => row.Result = "移送");
        work.Enlist(async (db, ct) =>
        {
            var row = await db.Set<TransferRow>().AsTracking().Where(item => item.TenantId == step.TenantId && item.CaseId == step.CaseId)
                .OrderByDescending(item => item.Id).FirstAsync(ct);
            row.ReceivedAt = step.At;
            row.ReceivedById = step.By;
            row.ReceiptNumber = step.Text("receiptNumber");
        });
    }
}
