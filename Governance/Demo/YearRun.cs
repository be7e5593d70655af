using Platform.Governance.Cases;
using Platform.Governance.Rows;
using Platform.Governance.Scenarios;
using Platform.Kernel.Execution;
using Platform.Runtime.Tasks;

namespace Platform.Governance.Demo;

/// <summary>
/// Drives the synthetic year through the real services on a virtual clock: what is done is what the cases say, when it is
/// done follows the calendar, and whatever falls due on the way happens on the way.
/// </summary>
public sealed class YearRun(CaseSetting setting, CaseService cases, TaskService tasks, OpenTasks open, YearSideSteps sideSteps)
{
    private readonly PriorityQueue<YearState, (DateTimeOffset At, int Order)> agenda = new();
    private int order;

    /// <summary>Runs the year.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="year">Its cases.</param>
    /// <param name="clock">The clock that the platform runs on.</param>
    /// <param name="progress">Told how many cases are over, of how many.</param>
    /// <param name="ct">Gives up between two acts.</param>
    /// <returns>How many acts of people it took.</returns>
    /// <exception cref="InvalidOperationException">A step was refused that must not be, or a process stands still.</exception>
    public async Task<int> RunAsync(string tenantId, IReadOnlyList<YearCase> year, VirtualClock clock, IProgress<(int Over, int All)> progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(year);
        ArgumentNullException.ThrowIfNull(progress);
        var calendar = await setting.Calendars.GetAsync(tenantId, ct);
        var times = new YearTimes(calendar);
        var states = year.Select(item => new YearState(item)).ToList();
        states.ForEach(state => Put(state, state.Plan.ArrivedAt));
        var acts = 0;
        var over = 0;
        var all = states.Count + states.Sum(state => state.Plan.Repeats);
        while (agenda.TryDequeue(out var state, out var at))
        {
            ct.ThrowIfCancellationRequested();
            await sideSteps.MoveToAsync(tenantId, clock, at.At, ct);
            var next = state.Registered is null ? await ArriveAsync(tenantId, state, times, ct) : await ActAsync(tenantId, state, times, ct);
            acts++;
            if (next is { } again)
            {
                Put(state, again);
            }
            else
            {
                progress.Report((++over, all));
            }
        }

        await sideSteps.AggregateAsync(tenantId, states, ct);
        return acts;
    }

    private async Task<DateTimeOffset?> ArriveAsync(string tenantId, YearState state, YearTimes times, CancellationToken ct)
    {
        var now = setting.Clock.GetUtcNow();
        var registered = await cases.RegisterAsync(await sideSteps.RegistrationAsync(tenantId, state, ct), ct);
        state.Registered = registered.IsSuccess ? registered.Value : throw Unexpected(state, "register", registered.Problem!.Message);
        if (state is { Main: null, Plan.Repeats: > 0 })
        {
            Put(new YearState(state.Plan) { Main = state }, times.Office(now.AddDays(4)));
        }

        return times.Office(now.AddMinutes(40));
    }

    /// <summary>One act on a case; answers when somebody acts on it next, or null when it is over.</summary>
    private async Task<DateTimeOffset?> ActAsync(string tenantId, YearState state, YearTimes times, CancellationToken ct)
    {
        var now = setting.Clock.GetUtcNow();
        var caseId = state.Registered!.CaseId;
        var waiting = await open.OfAsync(tenantId, caseId, ct);
        if (Choose(waiting) is not { } task)
        {
            var row = await RowAsync(tenantId, state, ct);
            return row.IsOpen ? throw Unexpected(state, row.Stage, "no task is open: " + string.Join("; ", await open.IncidentsAsync(tenantId, row.Id, ct)))
                : await sideSteps.AfterAsync(tenantId, state, times, ct);
        }

        if (task.ElementId is "feedback" or "study")
        {
            var row = await RowAsync(tenantId, state, ct);
            if (await sideSteps.BeforeReportAsync(tenantId, state, row, times, ct) is { } later)
            {
                return later;
            }

            // A late unit waits for its day; supervision orders are answered meanwhile.
            var due = times.Report(state, row, state.ReportAt ??= now);
            if (due > now)
            {
                return state.Plan.LateLine > 0 && row.ReworkCount == 0 ? Earlier(due, times.Office(now.AddHours(24))) : due;
            }

            state.ReportAt = null;
        }

        var done = await CompleteAsync(tenantId, state, task, ct);
        return done.InstanceStatus != InstanceStatus.Running ? await sideSteps.AfterAsync(tenantId, state, times, ct)
            : times.Next(Choose([.. waiting.Where(other => other.TaskId != task.TaskId).Select(other => other.ElementId), .. done.NextTasks.Select(next => next.ElementId)]), now);
    }

    private async Task<CaseRow> RowAsync(string tenantId, YearState state, CancellationToken ct) =>
        await setting.FindAsync(tenantId, state.Registered!.CaseId, ct) ?? throw Unexpected(state, "case", "it is gone");

    private async Task<TaskCompleted> CompleteAsync(string tenantId, YearState state, OpenTask task, CancellationToken ct)
    {
        var directory = await setting.Org.GetAsync(tenantId, ct);
        if (task.ElementId is "review" && state.LeadUnit is null && state.Plan.Ledger != Ledgers.Complaints)
        {
            state.LeadUnit = await sideSteps.ProposedUnitAsync(tenantId, state, ct);
        }

        var (outcome, form, opinion) = YearAnswers.For(task.ElementId, state, code => ScenarioPeople.Unit(directory, code).ToString());
        if (task.People.Count == 0)
        {
            throw Unexpected(state, task.ElementId, "nobody may act");
        }

        var done = await tasks.CompleteAsync(
            new CompleteTask
            {
                TenantId = tenantId,
                TaskId = task.TaskId,
                CommandId = Guid.CreateVersion7(setting.Clock.GetUtcNow()),
                By = task.People[0],
                Outcome = outcome,
                Values = form,
                Opinion = opinion,
            },
            ct);
        return done.IsSuccess ? done.Value : throw Unexpected(state, task.ElementId, $"{done.Problem!.Code} {done.Problem.Message}");
    }

    /// <summary>Answers to supervision first, then helping units, then whatever is open.</summary>
    private static OpenTask? Choose(IReadOnlyList<OpenTask> waiting) =>
        Choose([.. waiting.Select(task => task.ElementId)]) is { } element ? waiting.First(task => task.ElementId == element) : null;

    private static string? Choose(IReadOnlyList<string> elements) =>
        elements.FirstOrDefault(element => element == "reply") ?? elements.FirstOrDefault(element => element == "co-handle") ?? (elements is [var first, ..] ? first : null);

    private void Put(YearState state, DateTimeOffset at) => agenda.Enqueue(state, (at, order++));

    private static DateTimeOffset Earlier(DateTimeOffset left, DateTimeOffset right) => left < right ? left : right;

    private static InvalidOperationException Unexpected(YearState state, string element, string what) =>
        new($"Expected case {state.Plan.Ordinal} of the year ({state.Plan.Ledger}, {state.Plan.Ending}) to go on at {element}, but {what}.");
}
