using Platform.Governance.Cases;
using Platform.Governance.Rows;
using Platform.Governance.Scenarios;
using Platform.Kernel.Execution;
using Platform.Runtime.Tasks;

namespace Platform.Governance.Demo;

/// <summary>
/// Drives the synthetic year through the real services on a virtual clock: what is done is what the cases say, when it is
/// done follows the calendar, and whatever falls due on the way happens on the way. With a journal a run whose process was
/// killed goes on where it stood: acts carry ids of their own, so that one which had been committed takes effect once.
/// </summary>
public sealed class YearRun(CaseSetting setting, CaseService cases, TaskService tasks, OpenTasks open, YearSideSteps sideSteps)
{
    /// <summary>Runs the year.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="year">Its cases.</param>
    /// <param name="clock">The clock that the platform runs on.</param>
    /// <param name="journal">Memory of the run; null for a run that need not survive its process.</param>
    /// <param name="progress">Told how many cases are over, of how many.</param>
    /// <param name="ct">Gives up between two acts.</param>
    /// <returns>How many acts of people it took, those of earlier runs left out.</returns>
    /// <exception cref="InvalidOperationException">A step was refused that must not be, or a process stands still.</exception>
    public async Task<int> RunAsync(
        string tenantId, IReadOnlyList<YearCase> year, VirtualClock clock, YearJournal? journal, IProgress<(int Over, int All)> progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(year);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(progress);
        var run = new Running(tenantId, new YearTimes(await setting.Calendars.GetAsync(tenantId, ct)), new YearAgenda(year, journal));
        clock.MoveTo(run.Agenda.Now);
        var acts = 0;
        while (run.Agenda.TryNext() is { } state)
        {
            ct.ThrowIfCancellationRequested();
            await sideSteps.MoveToAsync(tenantId, clock, state.At, ct);
            var next = state.Memory.Registered is null ? await ArriveAsync(run, state, ct) : await ActAsync(run, state, ct);
            acts++;
            run.Agenda.Done(state, next);
            if (next is null)
            {
                progress.Report((run.Agenda.Over, run.Agenda.All));
            }
        }

        await sideSteps.AggregateAsync(tenantId, run.Agenda.FirstArrivals, ct);
        return acts;
    }

    private async Task<DateTimeOffset?> ArriveAsync(Running run, YearState state, CancellationToken ct)
    {
        var now = setting.Clock.GetUtcNow();
        var registered = await cases.RegisterAsync(await sideSteps.RegistrationAsync(run.TenantId, state, ct), ct);
        state.Memory.Registered = registered.IsSuccess ? registered.Value : throw Unexpected(state, "register", registered.Problem!.Message);
        if (state is { Main: null, Plan.Repeats: > 0 })
        {
            run.Agenda.AddRepeat(state, run.Times.Repeat(now));
        }

        return run.Times.Office(now.AddMinutes(40));
    }

    /// <summary>One act on a case; answers when somebody acts on it next, or null when it is over.</summary>
    private async Task<DateTimeOffset?> ActAsync(Running run, YearState state, CancellationToken ct)
    {
        var now = setting.Clock.GetUtcNow();
        var waiting = await open.OfAsync(run.TenantId, state.Memory.Registered!.CaseId, ct);
        if (state.Begun is { } begun)
        {
            // Whether it was committed, only the engine knows: the same order again either does it or gives its first answer.
            return await CompleteAsync(run, state, begun, waiting, ct);
        }

        if (Choose(waiting) is not { } task)
        {
            var row = await RowAsync(run, state, ct);
            return row.IsOpen ? throw Unexpected(state, row.Stage, "no task is open: " + string.Join("; ", await open.IncidentsAsync(run.TenantId, row.Id, ct)))
                : await sideSteps.AfterAsync(run.TenantId, state, run.Times, ct);
        }

        if (task.ElementId is "feedback" or "study" && await BeforeReportAsync(run, state, now, ct) is { } later)
        {
            return later;
        }

        if (task.People.Count == 0)
        {
            throw Unexpected(state, task.ElementId, "nobody may act");
        }

        return await CompleteAsync(run, state, new YearIntent(task.TaskId, task.ElementId, task.People[0]), waiting, ct);
    }

    /// <summary>When to look again; null when the unit reports now.</summary>
    private async Task<DateTimeOffset?> BeforeReportAsync(Running run, YearState state, DateTimeOffset now, CancellationToken ct)
    {
        var row = await RowAsync(run, state, ct);
        if (await sideSteps.BeforeReportAsync(run.TenantId, state, run.Times, ct) is { } later)
        {
            return later;
        }

        // A late unit waits for its day; supervision orders are answered meanwhile.
        var due = run.Times.Report(state, row, state.Memory.ReportAt ??= now);
        if (due > now)
        {
            return state.Plan.LateLine > 0 && row.ReworkCount == 0 ? Earlier(due, run.Times.Office(now.AddHours(24))) : due;
        }

        state.Memory.ReportAt = null;
        return null;
    }

    private async Task<CaseRow> RowAsync(Running run, YearState state, CancellationToken ct) =>
        await setting.FindAsync(run.TenantId, state.Memory.Registered!.CaseId, ct) ?? throw Unexpected(state, "case", "it is gone");

    private async Task<DateTimeOffset?> CompleteAsync(Running run, YearState state, YearIntent intent, IReadOnlyList<OpenTask> waiting, CancellationToken ct)
    {
        run.Agenda.Begin(state, intent);
        var now = setting.Clock.GetUtcNow();
        var directory = await setting.Org.GetAsync(run.TenantId, ct);
        if (intent.ElementId is "review" && state.Memory.LeadUnit is null && state.Plan.Ledger != Ledgers.Complaints)
        {
            state.Memory.LeadUnit = await sideSteps.ProposedUnitAsync(run.TenantId, state, ct);
        }

        var (outcome, form, opinion) = YearAnswers.For(intent.ElementId, state, code => ScenarioPeople.Unit(directory, code).ToString());
        var order = new CompleteTask
        {
            TenantId = run.TenantId,
            TaskId = intent.TaskId,
            CommandId = state.CommandId(),
            By = intent.By,
            Outcome = outcome,
            Values = form,
            Opinion = opinion,
        };
        var completed = await tasks.CompleteAsync(order, ct);
        var done = completed.IsSuccess ? completed.Value : throw Unexpected(state, intent.ElementId, $"{completed.Problem!.Code} {completed.Problem.Message}");
        return done.InstanceStatus != InstanceStatus.Running ? await sideSteps.AfterAsync(run.TenantId, state, run.Times, ct)
            : run.Times.Next(Choose([.. waiting.Where(other => other.TaskId != intent.TaskId).Select(other => other.ElementId), .. done.NextTasks.Select(next => next.ElementId)]), now);
    }

    /// <summary>Answers to supervision first, then helping units, then whatever is open.</summary>
    private static OpenTask? Choose(IReadOnlyList<OpenTask> waiting) =>
        Choose([.. waiting.Select(task => task.ElementId)]) is { } element ? waiting.First(task => task.ElementId == element) : null;

    private static string? Choose(IReadOnlyList<string> elements) =>
        elements.FirstOrDefault(element => element == "reply") ?? elements.FirstOrDefault(element => element == "co-handle") ?? (elements is [var first, ..] ? first : null);

    private static DateTimeOffset Earlier(DateTimeOffset left, DateTimeOffset right) => left < right ? left : right;

    private static InvalidOperationException Unexpected(YearState state, string element, string what) =>
        new($"Expected case {state.Plan.Ordinal} of the year ({state.Plan.Ledger}, {state.Plan.Ending}) to go on at {element}, but {what}.");

    private sealed record Running(string TenantId, YearTimes Times, YearAgenda Agenda);
}
