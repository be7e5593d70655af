using System.Security.Cryptography;
using Platform.Governance.Cases;
using Platform.Governance.Rows;
using Platform.Runtime.Access;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Submissions;

/// <summary>Keeps the files that come with a matter, in the transaction that registers it.</summary>
public sealed class CaseFiles(ITextSealer sealer)
{
    /// <summary>Adds the files: encrypted when the case is sealed, none when it is kept as a stub without content.</summary>
    /// <param name="db">Context of the transaction.</param>
    /// <param name="row">The case.</param>
    /// <param name="command">What came in.</param>
    /// <param name="isStub">Whether nothing of its content is stored.</param>
    public void Add(PlatformDb db, CaseRow row, RegisterCase command, bool isStub)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(command);
        var isSealed = row.Ledger == Ledgers.Complaints || command.WantsSecrecy;
        foreach (var file in isStub ? [] : command.Files)
        {
            var id = Guid.CreateVersion7(row.RegisteredAt);
            db.Add(new AttachmentRow
            {
                TenantId = row.TenantId,
                Id = id,
                InstanceId = row.Id,
                FileName = file.Name,
                ContentType = file.ContentType,
                Length = file.Content.Length,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Content.Span)),
                UploadedBy = command.By.PersonId,
                UploadedAt = row.RegisteredAt,
                IsSealed = isSealed,
            });
            db.Add(new AttachmentContentRow { TenantId = row.TenantId, AttachmentId = id, Content = isSealed ? sealer.Seal(row.TenantId, row.Id, file.Content.Span) : file.Content.ToArray() });
        }
    }
}
