using Platform.Governance.Rows;
using Platform.Governance.Sealing;
using Platform.Runtime.Notifications;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Cases;

/// <summary>Messages about cases. One about a sealed case says nothing but that something waits.</summary>
internal static class CaseMessages
{
    private const int Reminder = 1;

    /// <summary>A message for each of the people.</summary>
    public static IEnumerable<NotificationRow> To(IEnumerable<Guid> people, CaseRow row, string kind, string title, DateTimeOffset now) => people.Select(person => new NotificationRow
    {
        TenantId = row.TenantId,
        Id = Guid.CreateVersion7(now),
        PersonId = person,
        Kind = kind,
        InstanceId = row.Id,
        Title = TextSealer.IsSealed(row.Title) ? NotificationTexts.Discreet : title,
        Level = Reminder,
        CreatedAt = now,
    });
}
