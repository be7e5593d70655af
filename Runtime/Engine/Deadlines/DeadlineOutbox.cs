using Platform.Runtime.Access;
using Platform.Runtime.Notifications;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Deadlines;

/// <summary>Finds whom a due step reaches and what they read. A message never says more than its reader may know.</summary>
internal sealed class DeadlineOutbox(OrgDirectory directory, Viewers viewers, DateTimeOffset now, DueMatters matters)
{
    private readonly Dictionary<Recipient, List<Guid>> people = [];
    private readonly Dictionary<Guid, Viewer> readers = [];

    public DueMatters Matters => matters;

    /// <summary>The people a step reaches: the holders, and those stated who may know of the matter.</summary>
    public IReadOnlyList<Guid> Recipients(DeadlineRow deadline, DeadlineStep step)
    {
        var scope = matters.MatterOf(deadline)?.Scope ?? InformationScope.Sealed;
        var stated = step.Recipients.Concat((step.Notices ?? []).SelectMany(n => n.To)).SelectMany(PeopleOf).Where(p => MayKnow(deadline, scope, p));
        return [.. matters.HoldersOf(deadline).Concat(stated).Distinct().Where(p => !IsBarred(deadline, p))];
    }

    public IEnumerable<NotificationRow> Notifications(DeadlineRow deadline, DeadlineStep step, IReadOnlyList<Guid> recipients)
    {
        var matter = matters.MatterOf(deadline);
        var level = DeadlinePlan.LevelOf(step.Level);
        var isOpen = matter is { Scope: < InformationScope.Restricted };
        var title = isOpen ? DeadlineTexts.Title(step.Level, matters.TaskOf(deadline)?.Title) : NotificationTexts.Discreet;
        var body = isOpen ? DeadlineTexts.Body(step.Level, matter!.BusinessKey, deadline.DueAt) : null;
        var own = isOpen ? OwnTexts(deadline, step, matter!) : [];
        return recipients.Select(person => new NotificationRow
        {
            TenantId = deadline.TenantId,
            Id = Guid.CreateVersion7(now),
            PersonId = person,
            Kind = $"deadline.{step.Level}",
            InstanceId = deadline.InstanceId,
            TaskId = deadline.TaskId,
            Title = title,
            Body = own.GetValueOrDefault(person, body),
            Level = (int)level,
            CreatedAt = now,
        });
    }

    /// <summary>Whoever is warned or called on takes part from then on: a warning about a matter that does not exist for its reader would be none.</summary>
    public IEnumerable<ParticipantRow> NewParticipants(DeadlineRow deadline, IReadOnlyList<Guid> recipients) => recipients
        .Where(p => !SeesAnyway(deadline, p) && matters.AddParticipant(deadline.InstanceId, p))
        .Select(p => new ParticipantRow { TenantId = deadline.TenantId, InstanceId = deadline.InstanceId, PersonId = p, Since = now });

    /// <summary>Whether the matter exists for a person without taking part: as one of the owning unit, or a supervisor above it.</summary>
    private bool SeesAnyway(DeadlineRow deadline, Guid person)
    {
        if (matters.MatterOf(deadline) is not { Scope: < InformationScope.Restricted, OwnerUnitId: { } owner })
        {
            return false;
        }

        if (!readers.TryGetValue(person, out var reader))
        {
            readers.Add(person, reader = viewers.Of(directory, deadline.TenantId, person, now));
        }

        return reader.UnitIds.Contains(owner) || reader.SupervisedUnitIds.Contains(owner);
    }

    /// <summary>What the process itself says to whom, in the order in which it says so; everybody else reads the usual text.</summary>
    private Dictionary<Guid, string?> OwnTexts(DeadlineRow deadline, DeadlineStep step, MatterHeader matter)
    {
        var holders = matters.HoldersOf(deadline).ToList();
        var places = new NoticePlaces
        {
            Number = matter.BusinessKey,
            Title = matters.TaskOf(deadline)?.Title ?? step.StepName ?? "",
            Step = step.StepName ?? "",
            People = string.Join('、', holders.Select(h => directory.Person(h)?.Name).OfType<string>()),
            Due = deadline.DueAt,
        };
        var texts = new Dictionary<Guid, string?>();
        foreach (var notice in step.Notices ?? [])
        {
            foreach (var person in notice.To.SelectMany(r => r.Kind == RecipientKind.Holders ? holders : PeopleOf(r)))
            {
                texts.TryAdd(person, places.Fill(notice.Text));
            }
        }

        return texts;
    }

    private List<Guid> PeopleOf(Recipient recipient)
    {
        if (!people.TryGetValue(recipient, out var found))
        {
            people.Add(recipient, found = [.. RecipientBinder.People(recipient, directory, now)]);
        }

        return found;
    }

    /// <summary>Supervisors are called on by the process, so they may know of it; sealed matters need the right as well.</summary>
    private bool MayKnow(DeadlineRow deadline, InformationScope scope, Guid person) =>
        (scope == InformationScope.Restricted && matters.TakesPart(deadline.InstanceId, person))
        || NoticeAudience.MayKnow(scope, viewers.RightsOf(directory, person, now));

    private bool IsBarred(DeadlineRow deadline, Guid person)
    {
        var exclusions = matters.ExclusionsOf(deadline).ToList();
        if (exclusions.Count == 0)
        {
            return false;
        }

        var barred = exclusions.ToLookup(e => e.SubjectKind, e => e.SubjectId);
        return NoticeAudience.IsBarred(directory, now, barred[AccessSubjectKind.Person].ToHashSet(), barred[AccessSubjectKind.Unit].ToHashSet(), person);
    }
}
