using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Kernel;
using Platform.Runtime.Access;
using Platform.Runtime.Calendar;
using Platform.Runtime.Deadlines;
using Platform.Runtime.Definitions;
using Platform.Runtime.Instances;
using Platform.Runtime.Notifications;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Tasks;

/// <summary>Plans tasks: people with reasons, deadlines with their steps.</summary>
internal sealed class TaskPlanner(OrgCache org, CalendarCache calendars, Viewers viewers, StepNotices notices) : ITaskPlanner
{
    /// <summary>Sorts tasks without a deadline behind all others.</summary>
    internal static readonly DateTimeOffset NoDue = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public async ValueTask<TaskPlan> PlanAsync(TaskOrder order, CancellationToken ct)
    {
        var directory = await org.GetAsync(order.TenantId, ct);
        var spec = order.Process.UserTask(order.ElementId)
            ?? throw new InvalidOperationException($"Expected user task {order.ElementId} in {order.Process.Key}, but it has none.");
        var context = ContextOf(order);
        var resolved = Cleared(AssigneeResolver.Resolve(directory, spec.Assignments, context), order, directory);
        if (resolved.People.IsEmpty && !spec.Assignments.IsEmpty)
        {
            return new TaskPlan { Problem = Nobody(spec, resolved) };
        }

        var unit = resolved.People.Select(p => p.UnitId).Distinct().Take(2).ToList() is [{ } only] ? only : (Guid?)null;
        var deadlines = spec.Deadlines.IsEmpty
            ? []
            : DeadlinePlanner.Plan(spec, directory, await calendars.GetAsync(order.TenantId, ct), context, order.StartedAt, unit);
        var task = TaskOf(order, spec, resolved, unit, deadlines);
        var begins = new StepEvent(NoticeMoment.Begin, spec, task, [.. resolved.People.Select(p => p.PersonId).Distinct()], context) { Number = order.BusinessKey, Scope = order.Scope };
        return new TaskPlan
        {
            Task = task,
            Candidates = task.AssigneeId is null ? CandidatesOf(task, resolved) : [],
            Deadlines = [.. deadlines.Select(d => RowOf(d, task))],
            Notifications = [.. task.Round > 1 ? Messages(order, task, spec, resolved) : [], .. await notices.WriteAsync(begins, ct)],
        };
    }

    private static AssignmentContext ContextOf(TaskOrder order) => new()
    {
        Variables = order.Variables,
        Now = order.Now,
        ProcessKey = order.ProcessKey,
        StarterId = order.StarterId,
        PreviousId = order.Actor.PersonId,
        OwnerUnitId = order.OwnerUnitId,
        ExcludedPeople = Excluded(order, AccessSubjectKind.Person),
        ExcludedUnits = Excluded(order, AccessSubjectKind.Unit),
    };

    private static HashSet<Guid> Excluded(TaskOrder order, AccessSubjectKind kind) =>
        [.. order.Exclusions.Where(e => e.SubjectKind == kind).Select(e => e.SubjectId)];

    /// <summary>A sealed matter goes only to those who may read sealed matters: to anyone else it would not exist.</summary>
    private AssigneeResult Cleared(AssigneeResult resolved, TaskOrder order, OrgDirectory directory)
    {
        if (order.Scope != InformationScope.Sealed)
        {
            return resolved;
        }

        var byClearance = resolved.People.ToLookup(p => viewers.RightsOf(directory, p.PersonId, order.Now).HasFlag(ViewerRights.ReadSealed));
        return resolved with
        {
            People = [.. byClearance[true]],
            Excluded = [.. resolved.Excluded, .. byClearance[false].Select(p => p with { Reason = "无权阅知密封件" })],
        };
    }

    private static Problem Nobody(UserTaskSpec spec, AssigneeResult resolved) => resolved.Excluded.IsEmpty
        ? new Problem("task.nobody", $"“{spec.Title}”找不到办理人：流程指定的岗位空缺或不存在，请配齐岗位后重试。")
        : new Problem("task.nobody", $"“{spec.Title}”找不到办理人：应办理的 {resolved.Excluded.Length} 人{resolved.Excluded[0].Reason}，请指定代行人后重试。");

    private static TaskRow TaskOf(
        TaskOrder order, UserTaskSpec spec, AssigneeResult resolved, Guid? unit, IReadOnlyList<PlannedDeadline> deadlines)
    {
        var due = deadlines.OrderBy(d => d.Clock != DeadlineClock.Promise).Select(d => (DateTimeOffset?)d.Deadline.Due).FirstOrDefault();
        var assignee = resolved.Assignee;
        return new TaskRow
        {
            TenantId = order.TenantId,
            Id = Guid.CreateVersion7(order.Now),
            InstanceId = order.InstanceId,
            TokenId = order.TokenId,
            ElementId = order.ElementId,
            DefinitionId = order.Process.Id,
            CreatedSeq = order.Seq,
            Title = Cut(TitleOf(order, spec), 200),
            ActivityType = spec.ActivityType,
            Status = UserTaskStatus.Open,
            AssigneeId = assignee?.PersonId,
            UnitId = unit,
            CreatedAt = order.Now,
            DueAt = due,
            SortAt = due ?? NoDue,
            Round = order.Round,
            Priority = PriorityOf(order.Variables),
            Reason = assignee is null ? null : Cut(assignee.Reason, 400),
            RowVersion = 1,
        };
    }

    /// <summary>Work that comes again is easily taken for the old one in a list, so those concerned are told.</summary>
    private static ImmutableArray<NotificationRow> Messages(TaskOrder order, TaskRow task, UserTaskSpec spec, AssigneeResult resolved) => [.. resolved.People.Select(p => new NotificationRow
    {
        TenantId = task.TenantId,
        Id = Guid.CreateVersion7(order.Now),
        PersonId = p.PersonId,
        Kind = "task.again",
        InstanceId = task.InstanceId,
        TaskId = task.Id,
        Title = order.Scope < InformationScope.Restricted ? Cut($"再次办理：{spec.Title}（第 {task.Round} 次）", 200) : NotificationTexts.Discreet,
        Level = 1,
        CreatedAt = order.Now,
    })];

    private static ImmutableArray<TaskCandidateRow> CandidatesOf(TaskRow task, AssigneeResult resolved) => [.. resolved.People.Select(p => new TaskCandidateRow
    {
        TenantId = task.TenantId,
        TaskId = task.Id,
        PersonId = p.PersonId,
        SortAt = task.SortAt,
        IsOpen = true,
        Reason = Cut(p.Reason, 400),
    })];

    private static DeadlineRow RowOf(PlannedDeadline planned, TaskRow task) => new()
    {
        TenantId = task.TenantId,
        Id = Guid.CreateVersion7(task.CreatedAt),
        InstanceId = task.InstanceId,
        TaskId = task.Id,
        TokenId = task.TokenId,
        ElementId = task.ElementId,
        Clock = planned.Clock,
        Status = DeadlineStatus.Running,
        StartedAt = planned.Deadline.Start,
        OriginalDueAt = planned.Deadline.Due,
        DueAt = planned.Deadline.Due,
        NextAt = planned.Plan.Steps.IsEmpty ? null : planned.Plan.Steps[0].At,
        NextStep = 0,
        Plan = planned.Plan.Write(),
        RowVersion = 1,
    };

    /// <summary>The matter's title where lists may show it, else the name of the step.</summary>
    private static string TitleOf(TaskOrder order, UserTaskSpec spec) =>
        order.Scope < InformationScope.Restricted && order.Variables.TryGet("title", out var value) && value is FeelString { Value.Length: > 0 } title
            ? title.Value
            : spec.Title;

    private static int PriorityOf(IFeelScope variables) =>
        variables.TryGet("priority", out var value) && value is FeelNumber number && number.TryToInt64(out var priority)
            ? (int)Math.Clamp(priority, 0, 100)
            : 0;

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
