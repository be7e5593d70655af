using Platform.Runtime.Access;
using Platform.Runtime.Deadlines;
using Platform.Runtime.Definitions;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Notifications;

/// <summary>Writes the messages that a step orders for its beginning and its end; those about a passed deadline go with the clock.</summary>
public sealed class StepNotices
{
    private const int LongestTitle = 200;
    private readonly OrgCache org;
    private readonly Viewers viewers;

    /// <summary>Made by the container.</summary>
    /// <param name="org">Organisation.</param>
    /// <param name="viewers">Finds what people may know.</param>
    public StepNotices(OrgCache org, Viewers viewers)
    {
        this.org = org;
        this.viewers = viewers;
    }

    /// <summary>The messages of one moment, each person once.</summary>
    /// <param name="event">What happens to which step.</param>
    /// <param name="ct">Gives up.</param>
    internal async ValueTask<IReadOnlyList<NotificationRow>> WriteAsync(StepEvent @event, CancellationToken ct)
    {
        var notices = @event.Spec.Notices.Where(n => n.Moment == @event.Moment).ToList();
        if (notices.Count == 0)
        {
            return [];
        }

        var directory = await org.GetAsync(@event.Task.TenantId, ct);
        var places = PlacesOf(@event, directory);
        return
        [
            .. notices.SelectMany(notice => PeopleOf(notice, @event, directory).Select(person => (Person: person, notice.Text)))
                .DistinctBy(told => told.Person)
                .Select(told => RowOf(@event, told.Person, places.Fill(told.Text))),
        ];
    }

    private IEnumerable<Guid> PeopleOf(NoticeSpec notice, StepEvent @event, OrgDirectory directory)
    {
        var (context, now) = (@event.Context, @event.Context.Now);
        var bound = RecipientBinder.Bind(notice.To, directory, context, @event.Task.UnitId);
        return bound.SelectMany(r => r.Kind == RecipientKind.Holders ? @event.Holders : RecipientBinder.People(r, directory, now)).Distinct()
            .Where(p => @event.Holders.Contains(p) || NoticeAudience.MayKnow(@event.Scope, viewers.RightsOf(directory, p, now)))
            .Where(p => !NoticeAudience.IsBarred(directory, now, context.ExcludedPeople, context.ExcludedUnits, p));
    }

    private static NoticePlaces PlacesOf(StepEvent @event, OrgDirectory directory) => new()
    {
        Number = @event.Number,
        Title = @event.Task.Title,
        Step = @event.Spec.Title,
        People = string.Join('、', @event.Holders.Select(h => directory.Person(h)?.Name).OfType<string>()),
        Due = @event.Task.DueAt,
        Outcome = @event.Outcome,
    };

    private static NotificationRow RowOf(StepEvent @event, Guid person, string text)
    {
        var isOpen = @event.Scope < InformationScope.Restricted;
        var title = $"{(@event.Moment == NoticeMoment.Begin ? "办理通知" : "办结通知")}：{@event.Spec.Title}";
        return new NotificationRow
        {
            TenantId = @event.Task.TenantId,
            Id = Guid.CreateVersion7(@event.Context.Now),
            PersonId = person,
            Kind = @event.Moment == NoticeMoment.Begin ? "step.begun" : "step.ended",
            InstanceId = @event.Task.InstanceId,
            TaskId = @event.Task.Id,
            Title = !isOpen ? NotificationTexts.Discreet : title.Length <= LongestTitle ? title : title[..LongestTitle],
            Body = isOpen ? text : null,
            Level = 0,
            CreatedAt = @event.Context.Now,
        };
    }
}

/// <summary>A step begins or ends.</summary>
/// <param name="Moment">Which of the two.</param>
/// <param name="Spec">The step.</param>
/// <param name="Task">Its task.</param>
/// <param name="Holders">Those who act or acted.</param>
/// <param name="Context">The facts at that moment.</param>
internal sealed record StepEvent(NoticeMoment Moment, UserTaskSpec Spec, TaskRow Task, IReadOnlyList<Guid> Holders, AssignmentContext Context)
{
    /// <summary>Number of the matter; null for none.</summary>
    public string? Number { get; init; }

    /// <summary>Who may know of the matter.</summary>
    public InformationScope Scope { get; init; }

    /// <summary>How it ended, in words; null at the beginning.</summary>
    public string? Outcome { get; init; }
}
