using Microsoft.EntityFrameworkCore;
using Platform.Governance.Cases;
using Platform.Governance.Scenarios;
using Platform.Runtime.Access;
using Platform.Runtime.History;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;
using Platform.Runtime.Scheduling;
using Platform.Runtime.Tasks;

namespace Platform.Governance.Rehearsals;

/// <summary>Reads where a rehearsal stands, through the services that pages use and with the eyes of those who take part.</summary>
/// <param name="world">The private platform.</param>
/// <param name="ground">The county and the process.</param>
internal sealed class RehearsalReader(RehearsalWorld world, RehearsalGround ground)
{
    private const int MostMessages = 200;

    private readonly string tenantId = ground.TenantId;

    /// <summary>Everything that a page shows.</summary>
    /// <param name="matters">The matters by their names.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<RehearsalView> ReadAsync(IEnumerable<(string Alias, Registered Matter)> matters, CancellationToken ct)
    {
        var directory = await world.Get<OrgCache>().GetAsync(tenantId, ct);
        var read = new List<RehearsedMatter>();
        foreach (var (alias, matter) in matters)
        {
            read.Add(await MatterAsync(alias, matter, directory, ct));
        }

        return new RehearsalView
        {
            Now = world.Clock.GetUtcNow(),
            NextDue = await world.Get<DueWork>().NextDueAsync(ct),
            Matters = read,
            Messages = await MessagesAsync(directory, ct),
        };
    }

    /// <summary>A task as one of those who may act sees it; null when it does not exist for them.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="personId">The person.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<TaskDetail?> TaskAsync(Guid taskId, Guid personId, CancellationToken ct) =>
        await world.Get<TaskQuery>().GetAsync(await world.Get<Viewers>().ForPersonAsync(tenantId, personId, ct), taskId, ct);

    private async Task<RehearsedMatter> MatterAsync(string alias, Registered matter, OrgDirectory directory, CancellationToken ct)
    {
        var open = world.Get<OpenTasks>();
        var tasks = new List<RehearsedTask>();
        foreach (var task in await open.OfAsync(tenantId, matter.CaseId, ct))
        {
            tasks.Add(await WithPeopleAsync(task, directory, ct));
        }

        var (timeline, marks) = await StoryAsync(matter.CaseId, ct);
        return new RehearsedMatter
        {
            Alias = alias,
            InstanceId = matter.CaseId,
            Number = matter.Number,
            Stage = (await world.Get<CaseSetting>().FindAsync(tenantId, matter.CaseId, ct))?.Stage,
            IsOpen = await open.IsRunningAsync(tenantId, matter.CaseId, ct),
            Tasks = tasks,
            Incidents = await open.IncidentsAsync(tenantId, matter.CaseId, ct),
            Timeline = timeline,
            Marks = marks,
        };
    }

    private async Task<RehearsedTask> WithPeopleAsync(OpenTask task, OrgDirectory directory, CancellationToken ct)
    {
        var people = new List<RehearsedPerson>();
        var byWhen = "";
        var now = world.Clock.GetUtcNow();
        foreach (var id in task.People.Concat(task.People.SelectMany(person => directory.DeputiesOf(person, ground.ProcessKey, now)).Select(deputy => deputy.Id)).Distinct())
        {
            var detail = await TaskAsync(task.TaskId, id, ct);
            byWhen = detail?.ByWhen ?? byWhen;

            // A deputy for whom the task does not exist, because they stepped aside, is not offered.
            if (directory.Person(id) is { } person && (detail is not null || task.People.Contains(id)))
            {
                people.Add(new RehearsedPerson(id, person.Code, person.Name, detail?.WhyMe ?? ""));
            }
        }

        return new RehearsedTask(task, [.. people], byWhen);
    }

    /// <summary>The story as the first of those who take part may read it.</summary>
    private async Task<(IReadOnlyList<TimelineEntry> Timeline, DiagramMarks? Marks)> StoryAsync(Guid instanceId, CancellationToken ct)
    {
        await using PlatformDb db = world.Get<PlatformDatabase>().CreateDbContext();
        var people = await db.Participants.Where(row => row.TenantId == tenantId && row.InstanceId == instanceId).Select(row => row.PersonId).Distinct().ToListAsync(ct);
        foreach (var person in people)
        {
            var viewer = await world.Get<Viewers>().ForPersonAsync(tenantId, person, ct);
            if (await world.Get<Timeline>().GetAsync(viewer, instanceId, ct) is { } timeline)
            {
                return (timeline, await world.Get<DiagramQuery>().GetAsync(viewer, instanceId, ct));
            }
        }

        return ([], null);
    }

    private async Task<IReadOnlyList<RehearsedMessage>> MessagesAsync(OrgDirectory directory, CancellationToken ct)
    {
        await using PlatformDb db = world.Get<PlatformDatabase>().CreateDbContext();
        var rows = await db.Notifications.Where(row => row.TenantId == tenantId).OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id)
            .Take(MostMessages).Select(row => new { row.CreatedAt, row.PersonId, row.Title, row.Body }).ToListAsync(ct);
        return [.. rows.Select(row => new RehearsedMessage(row.CreatedAt, directory.Person(row.PersonId)?.Name ?? "", row.Title, row.Body))];
    }
}
