using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Platform.Decisions.Feel;
using Platform.Runtime.Access;
using Platform.Runtime.Calendar;
using Platform.Runtime.Deadlines;
using Platform.Runtime.Definitions;
using Platform.Runtime.Forms;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Payloads;

namespace Platform.Runtime.Tasks;

/// <summary>Puts together what a task's page shows.</summary>
public sealed class TaskDetails(PlatformDatabase database, GraphCache graphs, OrgCache org, CalendarCache calendars, TaskReading reading)
{
    private const string OutcomeVariable = "outcome";

    internal async Task<TaskDetail?> GetAsync(Viewer viewer, Guid taskId, CancellationToken ct)
    {
        await using var db = database.CreateDbContext();
        var task = await Visibility.Tasks(db, viewer).SingleOrDefaultAsync(t => t.Id == taskId, ct);
        if (task is null)
        {
            return null;
        }

        var instance = await Visibility.AllInstances(db, viewer.TenantId).SingleAsync(i => i.Id == task.InstanceId, ct);
        var process = await graphs.GetAsync(viewer.TenantId, task.DefinitionId, ct);
        var loaded = new LoadedTask(
            task,
            instance,
            process,
            process.UserTask(task.ElementId) ?? new UserTaskSpec { ElementId = task.ElementId, Title = task.Title },
            await org.GetAsync(viewer.TenantId, ct),
            await calendars.GetAsync(viewer.TenantId, ct),
            await db.TaskCandidates.Where(c => c.TenantId == task.TenantId && c.TaskId == task.Id).ToListAsync(ct),
            await db.Deadlines.Where(d => d.TenantId == task.TenantId && d.TaskId == task.Id).OrderBy(d => d.Clock).ToListAsync(ct),
            await db.AccessExclusions.Where(e => e.TenantId == task.TenantId && e.InstanceId == task.InstanceId).ToListAsync(ct));
        await reading.RecordAsync(viewer, instance, ct);
        return Show(viewer, loaded);
    }

    private TaskDetail Show(Viewer viewer, LoadedTask loaded)
    {
        var now = reading.Now;
        var (task, instance, process, spec, directory, calendar, _, _, _) = loaded;
        var acting = TaskAccess.MayAct(FactsOf(loaded), viewer, null);
        var onBehalfOf = acting.IsSuccess ? acting.Value.OnBehalfOf : null;
        var variables = KernelJson.ReadState(instance.State, process.Key).VariablesAt(task.TokenId);
        var deadlines = loaded.Deadlines.Select(d => ViewOf(d, calendar, now)).ToImmutableArray();
        var isOpen = task.Status <= UserTaskStatus.Suspended;
        var (values, opinion) = reading.Content(task);
        var isOpenForMe = acting.IsSuccess && task.Status == UserTaskStatus.Open;
        var outcomes = Choices(process, spec, variables);
        return new TaskDetail
        {
            Item = ItemOf(loaded, deadlines, onBehalfOf, ReasonFor(viewer, loaded, onBehalfOf)),
            ElementId = task.ElementId,
            DefinitionId = task.DefinitionId,
            ProcessName = process.Name,
            Status = task.Status,
            Round = task.Round,
            MayComplete = isOpenForMe,
            MayClaim = isOpenForMe && task.AssigneeId is null && loaded.Candidates.Count > 0,
            MayRelease = isOpenForMe && task.ClaimedAt is not null,
            Variables = variables,
            Form = spec.Form,
            Values = isOpen ? FormCheck.Defaults(spec.Form, variables, now) : values,
            Outcomes = outcomes,
            Deadlines = deadlines,
            People = PeopleOf(loaded, directory),
            WhyMe = ReasonFor(viewer, loaded, onBehalfOf),
            ByWhen = TaskSentences.ByWhen(task.DueAt, now, calendar),
            WhatNext = outcomes.Select(o => o.Next).Distinct().ToList() is [{ } only] ? only : spec.NextText,
            LegalBases = spec.LegalBases,
            Shows = spec.Shows,
            Instructions = spec.Instructions,
            Outcome = task.Outcome,
            Opinion = opinion,
            CompletedAt = task.CompletedAt,
        };
    }

    /// <summary>The ways to end a task, each with what follows as things stand.</summary>
    private static ImmutableArray<OutcomeChoice> Choices(DeployedProcess process, UserTaskSpec spec, IFeelScope variables) =>
        process.Graph.FindNode(spec.ElementId) is not { } node
            ? [.. spec.Outcomes.Select(o => new OutcomeChoice(o, spec.NextText))]
            : [.. spec.Outcomes.Select(o => new OutcomeChoice(
                o, NextSteps.After(node, new FeelScope(new Dictionary<string, FeelValue>(StringComparer.Ordinal) { [OutcomeVariable] = FeelValue.Of(o.Value) }, variables))))];

    private static InboxItem ItemOf(LoadedTask loaded, ImmutableArray<DeadlineView> deadlines, Guid? onBehalfOf, string reason)
    {
        var (task, instance) = (loaded.Task, loaded.Instance);
        return new InboxItem
        {
            TaskId = task.Id,
            InstanceId = instance.Id,
            Title = task.Title,
            ElementId = task.ElementId,
            DefinitionId = task.DefinitionId,
            ElementName = loaded.Spec.Title,
            NextText = loaded.Spec.NextText,
            Round = task.Round,
            AssigneeId = task.AssigneeId,
            AssigneeName = task.AssigneeId is { } assignee ? loaded.Directory.Person(assignee)?.Name : null,
            ActivityType = task.ActivityType,
            ProcessKey = instance.ProcessKey,
            BusinessKey = instance.BusinessKey,
            Scope = instance.Scope,
            CreatedAt = task.CreatedAt,
            ClaimedAt = task.ClaimedAt,
            DueAt = task.DueAt,
            WarningLevel = deadlines.Where(d => d.Status == DeadlineStatus.Running).Select(d => d.Level).DefaultIfEmpty().Max(),
            Priority = task.Priority,
            MustClaim = task.AssigneeId is null && loaded.Candidates.Count > 0,
            Reason = reason,
            OnBehalfOf = onBehalfOf,
            OnBehalfOfName = onBehalfOf is { } principal ? loaded.Directory.Person(principal)?.Name : null,
            RowVersion = task.RowVersion,
            SortAt = task.SortAt,
        };
    }

    private static string ReasonFor(Viewer viewer, LoadedTask loaded, Guid? onBehalfOf)
    {
        var owner = onBehalfOf ?? viewer.PersonId;
        var reason = loaded.Task.AssigneeId == owner && loaded.Task.Reason is { } stated
            ? stated
            : loaded.Candidates.Find(c => c.PersonId == owner)?.Reason;
        return onBehalfOf is { } principal
            ? $"因您代行{loaded.Directory.Person(principal)?.Name}的职责{(reason is null ? "" : $"({reason.TrimStart('因').Replace("您", "其", StringComparison.Ordinal)})")}"
            : reason ?? "因您参与此件或负责监督";
    }

    private static ImmutableArray<PersonView> PeopleOf(LoadedTask loaded, OrgDirectory directory)
    {
        var candidates = loaded.Candidates.Select(c => new PersonView(c.PersonId, NameOf(c.PersonId), c.Reason, c.PersonId == loaded.Task.AssigneeId));
        return loaded.Task.AssigneeId is { } assignee && loaded.Candidates.TrueForAll(c => c.PersonId != assignee)
            ? [new PersonView(assignee, NameOf(assignee), loaded.Task.Reason, true), .. candidates]
            : [.. candidates];

        string NameOf(Guid id) => directory.Person(id)?.Name ?? "";
    }

    private static DeadlineView ViewOf(DeadlineRow row, WorkCalendar calendar, DateTimeOffset now)
    {
        var at = row.EndedAt ?? row.PausedAt ?? now;
        var level = at > row.DueAt ? WarningLevel.Red : DeadlinePlan.Read(row.Plan).LevelAt(at);
        return new DeadlineView(
            row.Id, row.Clock, row.Status, row.StartedAt, row.OriginalDueAt, row.DueAt, level, calendar.WorkingBetween(at, row.DueAt));
    }

    private static TaskFacts FactsOf(LoadedTask loaded) => new()
    {
        ProcessKey = loaded.Instance.ProcessKey,
        Scope = loaded.Instance.Scope,
        AssigneeId = loaded.Task.AssigneeId,
        CandidateIds = [.. loaded.Candidates.Select(c => c.PersonId)],
        Exclusions = loaded.Exclusions,
    };

    private sealed record LoadedTask(
        TaskRow Task,
        InstanceRow Instance,
        DeployedProcess Process,
        UserTaskSpec Spec,
        OrgDirectory Directory,
        WorkCalendar Calendar,
        List<TaskCandidateRow> Candidates,
        List<DeadlineRow> Deadlines,
        List<AccessExclusionRow> Exclusions);
}
