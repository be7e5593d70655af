using Platform.Governance.Cases;
using Platform.Governance.Inquiries;
using Platform.Runtime.Calendar;

namespace Platform.Activities.Books;

/// <summary>Sends a case back to the responsible unit: one more round, five working days, and the original due date as it was.</summary>
/// <param name="setting">What the services of the cases work with.</param>
public sealed class Rework(CaseSetting setting)
{
    /// <summary>Sends it back.</summary>
    /// <param name="work">The completion.</param>
    public async ValueTask SendBackAsync(CaseWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var calendar = await setting.Calendars.GetAsync(work.Step.TenantId, work.Context.CancellationToken);
        var due = calendar.AddWorking(work.Now, WorkingTime.Days(ReworkRule.WorkingDays));
        work.Set(CaseVariables.ReworkCount, work.Count(CaseVariables.ReworkCount) + 1);
        work.Set(CaseVariables.ReworkDue, due);
        work.Set(CaseVariables.SuperviseAt, CaseClock.DayBefore(due, calendar));
        work.Set(CaseVariables.SuperviseLine, 1);
        work.Set(CaseVariables.PreviousLine, 0);
        work.Change(row => row.ReworkCount++);
    }

    /// <summary>The citizen is dissatisfied with reason: back to the unit while the rule allows it, else the process leads to a leader.</summary>
    /// <param name="work">The completion.</param>
    public async ValueTask DissatisfiedAsync(CaseWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var count = work.Count(CaseVariables.DissatisfiedCount) + 1;
        work.Set(CaseVariables.DissatisfiedCount, count);
        work.Change(row => row.DissatisfiedCount++);
        if (!ReworkRule.MustEscalate(count))
        {
            await SendBackAsync(work);
        }
    }
}
