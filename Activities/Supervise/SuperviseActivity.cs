using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Decisions.Feel;
using Platform.Governance.Cases;
using Platform.Governance.Rows;
using Platform.Runtime.Activities;
using Platform.Runtime.Calendar;

namespace Platform.Activities.Supervise;

/// <summary>
/// 严格督查: runs beside the handling. Looks at the promise clock as it is now, and when it is due issues the reminder, the
/// supervision order or the secretary's order of the line that the decision table gives.
/// </summary>
/// <param name="setting">What the services of the cases work with.</param>
[Activity("gov", "Supervise", DisplayName = "严格督查", Description = "到点看两只钟，按督办线发催办、督办单或书记督办令。", Category = "三本账", Kind = ActivityKind.Automatic, Icon = "eye")]
public sealed class SuperviseActivity(CaseSetting setting) : Activity
{
    private const int HighestLine = 3;
    private const int DaysToNextLine = 5;

    /// <summary>look or issue.</summary>
    [Input(DisplayName = "环节", Options = ["look", "issue"], DefaultValue = "\"issue\"")]
    public Input<string> Phase { get; } = new("phase");

    /// <summary>Line to issue, 1 to 3.</summary>
    [Input(DisplayName = "督办线", UIHint = "expression")]
    public Input<int> Line { get; } = new("line");

    /// <summary>When to look again.</summary>
    [Output(DisplayName = "下一督办时点")]
    public Output<DateTimeOffset> NextAt { get; } = new("nextAt");

    /// <summary>Working days past the promised date; 0 before it.</summary>
    [Output(DisplayName = "超期工作日")]
    public Output<int> OverdueDays { get; } = new("overdueDays");

    /// <summary>Line that was issued.</summary>
    [Output(DisplayName = "已发督办线")]
    public Output<int> IssuedLine { get; } = new("line");

    /// <inheritdoc />
    public override IReadOnlyList<Outcome> Outcomes { get; } = [new("due", "到点"), new("not-due", "未到点"), new("issued", "已发督办")];

    /// <inheritdoc />
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var row = await setting.FindAsync(context.Place.TenantId, context.Place.InstanceId, context.CancellationToken);
        if (row is null)
        {
            context.Fail(new Kernel.Problem("case.not-found", "这个流程不属于任何来件，不能督办。"));
            return;
        }

        var calendar = await setting.Calendars.GetAsync(context.Place.TenantId, context.CancellationToken);
        if ((context.Get(Phase) ?? "issue") == "look")
        {
            await LookAsync(context, row, calendar);
        }
        else
        {
            await IssueAsync(context, row, calendar);
        }
    }

    private async Task LookAsync(ActivityExecutionContext context, CaseRow row, WorkCalendar calendar)
    {
        var due = Due(context, row);
        var first = CaseClock.DayBefore(due, calendar);
        var next = row.PausedSince is null ? first : calendar.AddWorking(context.Now, WorkingTime.Days(1));
        var isDue = row.PausedSince is null && context.Now >= first;
        context.Set(OverdueDays, isDue ? calendar.WorkingDaysBetween(calendar.DateOf(due), calendar.DateOf(context.Now)) : 0);
        context.Set(NextAt, isDue ? context.Now : next);
        await context.CompleteActivityAsync(isDue ? "due" : "not-due");
    }

    private async Task IssueAsync(ActivityExecutionContext context, CaseRow row, WorkCalendar calendar)
    {
        var line = Math.Clamp(context.Get(Line), 1, HighestLine);
        var due = Due(context, row);
        var overdue = calendar.WorkingDaysBetween(calendar.DateOf(due), calendar.DateOf(context.Now));
        var order = Order(context, row, line, overdue, calendar);
        context.Enlist(async (db, ct) =>
        {
            var number = await db.Set<SupervisionOrderRow>().CountAsync(item => item.TenantId == row.TenantId && item.CaseId == row.Id, ct) + 1;
            order.Number = string.Create(CultureInfo.InvariantCulture, $"督{line}-{row.Number}-{number}");
            db.Add(order);
            await CaseBook.ChangeAsync(db, row.TenantId, row.Id, item => item.SupervisionLine = Math.Max(item.SupervisionLine, line), ct);
        });
        // The second line looks five working days after the promised date, the third five working days after the second.
        var from = line == 1 && overdue == 0 ? due : context.Now;
        context.Set(NextAt, calendar.AddWorking(from, WorkingTime.Days(DaysToNextLine)));
        context.Set(IssuedLine, line);
        await context.CompleteActivityAsync("issued");
    }

    private static SupervisionOrderRow Order(ActivityExecutionContext context, CaseRow row, int line, int overdue, WorkCalendar calendar) => new()
    {
        TenantId = row.TenantId,
        Id = Guid.CreateVersion7(context.Now),
        CaseId = row.Id,
        Number = "",
        Line = line,
        At = context.Now,
        UnitId = row.LeadUnitId,
        Reason = Reason(row, overdue),
        DueAt = calendar.AddWorking(context.Now, WorkingTime.Days(line == 1 ? 2 : 3)),
    };

    private static string Reason(CaseRow row, int overdue) => (overdue, row.ReworkCount, row.RepeatCount) switch
    {
        ( > 0, _, _) => string.Create(CultureInfo.InvariantCulture, $"超过承诺时限 {overdue} 个工作日"),
        (_, >= 2, _) => "重办两次及以上",
        (_, _, >= 2) => "重复来件三次及以上",
        _ => "临近承诺时限",
    };

    /// <summary>The date that counts now: that of the rework when there is one, else the promised date with extensions.</summary>
    private static DateTimeOffset Due(ActivityExecutionContext context, CaseRow row) =>
        context.GetVariable(CaseVariables.ReworkDue) is FeelDateTime rework && row.ReworkCount > 0 && rework.TryToDateTimeOffset(TimeSpan.FromHours(8), out var due)
            ? due
            : row.PromiseDueAt ?? context.Now;
}
