using Microsoft.EntityFrameworkCore;
using Platform.Activities.Books;
using Platform.Decisions.Feel;
using Platform.Governance.Cases;
using Platform.Governance.Rows;
using Platform.Runtime.Activities;
using Platform.Runtime.Calendar;

namespace Platform.Activities.Dispatch;

/// <summary>
/// 快速交办: the liaison office gives the case to a unit, the unit signs for it or objects within five working days, the
/// office rules on the objection. Complaints are handed sealed to the discipline inspection body instead.
/// </summary>
/// <param name="setting">What the services of the cases work with.</param>
/// <param name="sealedTransfer">Hands complaints over.</param>
[Activity("gov", "Dispatch", DisplayName = "快速交办", Description = "交办、签收、退办裁定；投诉举报密封移送。", Category = "三本账", Icon = "share")]
public sealed class DispatchActivity(CaseSetting setting, SealedTransfer sealedTransfer) : CaseActivity(setting)
{
    private const int ObjectionDays = 5;
    private const int CoHandlingDays = 10;

    /// <summary>assign, sign, rule, seal or receive.</summary>
    [Input(DisplayName = "环节", Options = ["assign", "sign", "rule", "seal", "receive"], DefaultValue = "\"assign\"")]
    public Input<string> Phase { get; } = new("phase");

    /// <inheritdoc />
    public override IReadOnlyList<Outcome> Outcomes { get; } = [new("dispatch", "交办"), new("accept", "签收"), new("object", "退办")];

    /// <inheritdoc />
    protected override string NameOf(TaskCompletionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Get(Phase) switch
        {
            "sign" => "签收",
            "rule" => "退办裁定",
            "seal" => "密封移送",
            "receive" => "签收移送",
            _ => "快速交办",
        };
    }

    /// <inheritdoc />
    protected override ValueTask WorkAsync(CaseWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return (work.Context.Get(Phase) ?? "assign") switch
        {
            "assign" => new ValueTask(AssignAsync(work)),
            "sign" => new ValueTask(SignAsync(work)),
            "rule" => new ValueTask(RuleAsync(work)),
            "seal" => DoneAsync(() => sealedTransfer.Seal(work)),
            "receive" => DoneAsync(() => sealedTransfer.Receive(work)),
            _ => throw new InvalidOperationException("Expected phase assign, sign, rule, seal or receive."),
        };
    }

    private async Task AssignAsync(CaseWork work)
    {
        var directory = await Setting.Org.GetAsync(work.Step.TenantId, work.Context.CancellationToken);
        var lead = Units.Find(directory, work.Step.Values.GetValueOrDefault("leadUnit") ?? FeelValue.Null);
        if (lead is null)
        {
            work.Refuse("case.lead-unit", "请选择主办单位。");
            return;
        }

        var helpers = Units.FindAll(directory, work.Step.Values.GetValueOrDefault("coUnits") ?? FeelValue.Null).Where(unit => unit.Id != lead.Id);
        work.Set(CaseVariables.CoUnits, Units.Codes(helpers));
        Give(work, lead.Id, lead.Code, work.Step.Text("requirement"));
    }

    private async Task SignAsync(CaseWork work)
    {
        var current = await CurrentAsync(work);
        var calendar = await Setting.Calendars.GetAsync(work.Step.TenantId, work.Context.CancellationToken);
        if (work.Outcome == "object")
        {
            Object(work, current, calendar);
            return;
        }

        var due = calendar.AddWorking(work.Now, WorkingTime.Days(CoHandlingDays));
        var directory = await Setting.Org.GetAsync(work.Step.TenantId, work.Context.CancellationToken);
        var helpers = Units.FindAll(directory, work.Context.GetVariable(CaseVariables.CoUnits));
        work.Set(CaseVariables.CoDue, due);
        ChangeCurrent(work, current, row => row.SignedAt = work.Now);
        var step = work.Step;
        foreach (var helper in helpers)
        {
            work.Add(id => new CoHandlingRow { TenantId = step.TenantId, Id = id, CaseId = step.CaseId, UnitId = helper.Id, At = step.At, DueAt = due });
        }
    }

    private static void Object(CaseWork work, DispatchRow? current, WorkCalendar calendar)
    {
        if (current is { IsAppointed: true })
        {
            work.Refuse("case.objection-appointed", "联系办已经指定办理，不能再退办。");
        }
        else if (current is not null && work.Now > calendar.AddWorking(current.At, WorkingTime.Days(ObjectionDays)))
        {
            work.Refuse("case.objection-late", "已过五个工作日，视为接收，不能退办（《信访工作条例》第二十三条）。");
        }
        else
        {
            work.Set(CaseVariables.Refusals, work.Count(CaseVariables.Refusals) + 1);
            work.Change(row => row.Objections++);
            ChangeCurrent(work, current, row =>
            {
                row.ObjectedAt = work.Now;
                row.ObjectionBasis = work.Step.Text("objectionBasis");
                row.ObjectionReason = work.Step.Text("objectionReason");
            });
        }
    }

    private async Task RuleAsync(CaseWork work)
    {
        var current = await CurrentAsync(work);
        var directory = await Setting.Org.GetAsync(work.Step.TenantId, work.Context.CancellationToken);
        var lead = Units.Find(directory, work.Step.Values.GetValueOrDefault("leadUnit") ?? FeelValue.Null);
        var reassign = work.Outcome == "reassign";
        if (lead is null || (reassign && lead.Id == current?.UnitId))
        {
            work.Refuse("case.lead-unit", "同意退办须改派给另一个单位。");
            return;
        }

        ChangeCurrent(work, current, row =>
        {
            row.RuledAt = work.Now;
            row.ObjectionUpheld = reassign;
            row.RulingReason = work.Step.Text("rulingReason");
            row.IsAppointed = !reassign;
        });
        if (reassign)
        {
            Give(work, lead.Id, lead.Code, work.Step.Text("rulingReason"));
            TellCitizen(work, lead.ShortName);
        }
    }

    private static void Give(CaseWork work, Guid unit, string code, string? requirement)
    {
        var step = work.Step;
        work.Set(CaseVariables.LeadUnit, FeelValue.Of(code));
        work.Set(CaseVariables.HandlerUnit, FeelValue.Of(code));
        work.Change(row => row.LeadUnitId = unit);
        work.Add(id => new DispatchRow { TenantId = step.TenantId, Id = id, CaseId = step.CaseId, UnitId = unit, At = step.At, ById = step.By, Requirement = requirement });
    }

    /// <summary>A reassigned case is answered by another unit: the citizen is told so, and that the promised date stays.</summary>
    private static void TellCitizen(CaseWork work, string unit)
    {
        if (!work.Row.HasContact)
        {
            return;
        }

        var step = work.Step;
        var promise = work.Row.PromiseDueAt is { } due ? $"，答复日期{CaseWork.Date(due)}不变" : "";
        work.Add(id => new DeliveryRow
        {
            TenantId = step.TenantId, Id = id, CaseId = step.CaseId, At = step.At, ById = step.By, Kind = "reassign", Method = "短信",
            Text = $"您反映的事项改由{unit}办理{promise}。",
        });
    }

    private async Task<DispatchRow?> CurrentAsync(CaseWork work)
    {
        await using var db = Setting.Database.CreateDbContext();
        return await db.Set<DispatchRow>().Where(row => row.TenantId == work.Step.TenantId && row.CaseId == work.Step.CaseId)
            .OrderByDescending(row => row.Id).FirstOrDefaultAsync(work.Context.CancellationToken);
    }

    private static void ChangeCurrent(CaseWork work, DispatchRow? current, Action<DispatchRow> change)
    {
        if (current is null)
        {
            return;
        }

        var (tenant, id) = (current.TenantId, current.Id);
        work.Enlist(async (db, ct) => change(await db.Set<DispatchRow>().AsTracking().SingleAsync(row => row.TenantId == tenant && row.Id == id, ct)));
    }

    private static ValueTask DoneAsync(Action action)
    {
        action();
        return ValueTask.CompletedTask;
    }
}
