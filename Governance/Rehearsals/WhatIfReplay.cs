using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Governance.Cases;
using Platform.Governance.Scenarios;
using Platform.Kernel;
using Platform.Runtime.Access;
using Platform.Runtime.Definitions;
using Platform.Runtime.Forms;
using Platform.Runtime.Instances.Starting;
using Platform.Runtime.Org;
using Platform.Runtime.Tasks;

namespace Platform.Governance.Rehearsals;

/// <summary>Plays matters of the past again in one world.</summary>
/// <param name="world">The world, with nothing in it yet.</param>
/// <param name="ground">The county and the version.</param>
/// <param name="pace">Rests between two acts.</param>
internal sealed class WhatIfReplay(RehearsalWorld world, RehearsalGround ground, QuietPace pace)
{
    private readonly PriorityQueue<Func<CancellationToken, Task>, (DateTimeOffset At, int Order)> plan = new();
    private readonly Dictionary<string, int> load = new(StringComparer.Ordinal);
    private DeployedProcess process = null!;
    private OrgDirectory directory = null!;
    private int orders;
    private int tasks;
    private int timed;
    private int overdue;

    public async Task<WhatIfOutcome> RunAsync(IReadOnlyList<WhatIfCase> cases, Action<int> progress, CancellationToken ct)
    {
        process = await world.Get<GraphCache>().LatestAsync(ground.TenantId, ground.ProcessKey, ct) ?? throw new InvalidOperationException($"Expected process {ground.ProcessKey} in its world, but it is not there.");
        directory = await world.Get<OrgCache>().GetAsync(ground.TenantId, ct);
        var courses = cases.Select(matter => new Course(matter)).ToList();
        for (var index = 0; index < cases.Count; index++)
        {
            var (matter, course, number) = (cases[index], courses[index], index);
            Plan(matter.At, async token =>
            {
                await BeginAsync(matter, course, token);
                progress(number + 1);
            });
        }

        while (plan.TryDequeue(out var act, out var when))
        {
            await pace.RestAsync(ct);
            await world.Get<ScenarioTime>().StrideToAsync(ground.TenantId, world.Clock, when.At, ct);
            await act(ct);
        }

        return await CountAsync(courses, ct);
    }

    private void Plan(DateTimeOffset at, Func<CancellationToken, Task> act) => plan.Enqueue(act, (at, orders++));

    private async Task BeginAsync(WhatIfCase matter, Course course, CancellationToken ct)
    {
        var begun = matter.Beginning switch
        {
            WhatIfBeginning.Registered registered => await RegisterAsync(registered.Order, ct),
            WhatIfBeginning.Started started => await StartAsync(started, ct),
            WhatIfBeginning.Unknown => new Problem("whatif.unknown", "没有记下由谁发起"),
            _ => throw new InvalidOperationException($"Expected a known beginning, but got {matter.Beginning.GetType().Name}."),
        };
        if (!begun.IsSuccess)
        {
            course.Lost = $"开始时：{begun.Problem!.Message}";
            return;
        }

        course.CaseId = begun.Value;
        await LookAsync(course, ct);
    }

    private async Task<Result<Guid>> RegisterAsync(RegisterCase order, CancellationToken ct)
    {
        var now = world.Clock.GetUtcNow();
        var registered = await world.Get<CaseService>().RegisterAsync(order with { CommandId = Guid.CreateVersion7(now), ArrivedAt = now }, ct);
        return registered.Map(done => done.CaseId);
    }

    private async Task<Result<Guid>> StartAsync(WhatIfBeginning.Started started, CancellationToken ct)
    {
        var viewer = await world.Get<Viewers>().ForPersonAsync(ground.TenantId, started.By, ct);
        var form = StartForm.Of(process);
        var begun = await world.Get<ProcessStarts>().StartAsync(
            new StartRequest
            {
                By = viewer,
                ProcessKey = ground.ProcessKey,
                Values = started.Values.Where(pair => form.Field(pair.Key) is { ReadOnly: false })
                    .ToImmutableDictionary(pair => pair.Key, pair => Fitting(form.Field(pair.Key)!, pair.Value), StringComparer.Ordinal),
                CommandId = Guid.CreateVersion7(world.Clock.GetUtcNow()),
            },
            ct);
        return begun.Map(step => step.InstanceId);
    }

    /// <summary>Plans what was done on the tasks that are open now.</summary>
    private async Task LookAsync(Course course, CancellationToken ct)
    {
        var now = world.Clock.GetUtcNow();
        foreach (var task in await world.Get<OpenTasks>().OfAsync(ground.TenantId, course.CaseId, ct))
        {
            if (!course.Planned.Add(task.TaskId))
            {
                continue;
            }

            var act = course.Left.FirstOrDefault(left => left.ElementId == task.ElementId && left.UnitId == task.UnitId) ?? course.Left.FirstOrDefault(left => left.ElementId == task.ElementId);
            if (act is null)
            {
                // An open matter rests where it rests in truth; one that has ended never was here.
                course.Lost ??= course.IsOver || course.Left.Count > 0 ? $"“{task.Name}”没有可以参照的办理记录" : null;
                continue;
            }

            course.Left.Remove(act);
            Plan(now + act.Took, token => CompleteAsync(course, task, act, token));
        }
    }

    private async Task CompleteAsync(Course course, OpenTask task, RecordedAct act, CancellationToken ct)
    {
        // Another way may have closed the task meanwhile.
        if ((await world.Get<OpenTasks>().OfAsync(ground.TenantId, course.CaseId, ct)).FirstOrDefault(open => open.TaskId == task.TaskId) is not { } open)
        {
            return;
        }

        if (open.People is not [var person, ..])
        {
            course.Lost ??= $"“{task.Name}”没有人可以办理";
            return;
        }

        var now = world.Clock.GetUtcNow();
        var spec = process.UserTask(task.ElementId);
        var done = await world.Get<TaskService>().CompleteAsync(
            new CompleteTask
            {
                TenantId = ground.TenantId,
                TaskId = task.TaskId,
                CommandId = Guid.CreateVersion7(now),
                By = person,
                Outcome = act.Outcome,
                Values = act.Values.Where(pair => spec?.Form.Field(pair.Key) is { } field && !field.ReadOnly)
                    .ToImmutableDictionary(pair => pair.Key, pair => Fitting(spec!.Form.Field(pair.Key)!, pair.Value), StringComparer.Ordinal),
                Opinion = spec?.Outcome(act.Outcome)?.NeedsOpinion == true ? RecordedAct.Withheld : null,
            },
            ct);
        if (!done.IsSuccess)
        {
            course.Lost ??= $"“{task.Name}”不能照原来那样办理：{done.Problem!.Message}";
            return;
        }

        Count(task, person, now);
        course.Path.Add(task.Name);
        await LookAsync(course, ct);
    }

    private static FeelValue Fitting(FieldSpec field, FeelValue value) => field.Type is FieldType.Text or FieldType.LongText ? FeelValue.Of(RecordedAct.Withheld) : value;

    private void Count(OpenTask task, Guid person, DateTimeOffset now)
    {
        tasks++;
        timed += task.DueAt is null ? 0 : 1;
        overdue += task.DueAt < now ? 1 : 0;
        var post = directory.PostsOf(person, now).OrderByDescending(held => held.IsPrimary).Select(held => held.Post.Name).FirstOrDefault() ?? "（没有岗位）";
        load[post] = load.GetValueOrDefault(post) + 1;
    }

    private async Task<WhatIfOutcome> CountAsync(List<Course> courses, CancellationToken ct)
    {
        var (ended, underway) = (0, 0);
        foreach (var course in courses.Where(course => course.Lost is null))
        {
            var isRunning = await world.Get<OpenTasks>().IsRunningAsync(ground.TenantId, course.CaseId, ct);
            ended += isRunning ? 0 : 1;
            underway += isRunning && !course.IsOver ? 1 : 0;
            course.Lost = isRunning && course.IsOver ? await StuckAsync(course, ct) : null;
        }

        return new WhatIfOutcome
        {
            Cases = courses.Count,
            Ended = ended,
            Underway = underway,
            Tasks = tasks,
            Timed = timed,
            Overdue = overdue,
            Load = load,
            Paths = Tally(courses.Where(course => course.Lost is null).Select(course => string.Join(" → ", course.Path))),
            NotReplayed = Tally(courses.Select(course => course.Lost).OfType<string>()),
        };
    }

    private async Task<string> StuckAsync(Course course, CancellationToken ct) =>
        await world.Get<OpenTasks>().IncidentsAsync(ground.TenantId, course.CaseId, ct) is [var incident, ..]
            ? $"流程停住了：{incident}"
            : "当时已经办结，推演中还在等待";

    private static Dictionary<string, int> Tally(IEnumerable<string> items) => items.GroupBy(item => item, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    /// <summary>One matter while it is tried.</summary>
    private sealed class Course(WhatIfCase matter)
    {
        public List<RecordedAct> Left { get; } = [.. matter.Acts];

        public HashSet<Guid> Planned { get; } = [];

        public List<string> Path { get; } = [];

        public bool IsOver { get; } = matter.IsOver;

        public Guid CaseId { get; set; }

        public string? Lost { get; set; }
    }
}
