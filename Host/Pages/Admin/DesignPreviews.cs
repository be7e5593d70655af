using Microsoft.Extensions.Localization;
using Platform.Decisions.Feel;
using Platform.Designer.Conditions;
using Platform.Designer.Simple;
using Platform.Host.Components;
using Platform.Host.Texts;
using Platform.Kernel.Model;
using Platform.Runtime.Calendar;
using Platform.Runtime.Org;

namespace Platform.Host.Pages.Admin;

/// <summary>What settings of a step would mean today: who, until when, and what happens when nobody acts.</summary>
/// <param name="calendar">The county's calendar.</param>
/// <param name="people">The county's organisation.</param>
/// <param name="now">Gives the present.</param>
/// <param name="texts">Texts of the interface.</param>
internal sealed class DesignPreviews(WorkCalendar calendar, OrgDirectory people, Func<DateTimeOffset> now, IStringLocalizer<Ui> texts)
{
    private const int MostNames = 5;
    private const int MostSamples = 200;

    /// <summary>People who can be taken as the one who starts a case.</summary>
    public IReadOnlyList<ConditionChoice> Samples =>
    [
        .. people.People.Where(p => p.IsActive)
            .Select(p => (Person: p, Post: people.PostsOf(p.Id, now()).FirstOrDefault()))
            .Where(p => p.Post is not null).OrderBy(p => p.Post!.Title, StringComparer.Ordinal).Take(MostSamples)
            .Select(p => new ConditionChoice(p.Person.Id.ToString(), texts["Design.Sample", p.Person.Name, p.Post!.Title])),
    ];

    /// <summary>When a deadline would end if the step began now.</summary>
    /// <param name="deadline">A <c>gov:deadline</c>.</param>
    public string? When(ExtensionElement deadline) =>
        DeadlineSpecs.Read(deadline, []) is { } spec ? texts["Design.When", ChineseTime.Full(Deadline.Calculate(spec, now(), calendar).Due, now())].Value : null;

    /// <summary>Who would get the task; says so when it depends on what a case holds.</summary>
    /// <param name="assignment">A <c>gov:assignment</c>.</param>
    /// <param name="sample">Id of the person who starts the case; empty for none.</param>
    public string? Who(ExtensionElement assignment, string sample)
    {
        List<string> problems = [];
        AssignmentSpec spec = AssignmentSpec.Read(assignment, problems);
        if (problems.Count > 0)
        {
            return null;
        }

        Guid? starter = Guid.TryParse(sample, out Guid id) && people.Person(id) is not null ? id : null;
        AssigneeResult found = AssigneeResolver.Resolve(people, [spec], new AssignmentContext
        {
            Variables = FeelScope.Empty,
            Now = now(),
            ProcessKey = "",
            StarterId = starter,
            PreviousId = starter,
            OwnerUnitId = starter is null ? null : people.UnitsOf(id, now()).Select(u => (Guid?)u).FirstOrDefault(),
        });
        string[] names = [.. found.People.Select(p => people.Person(p.PersonId)?.Name ?? "").Distinct()];
        return names.Length switch
        {
            0 when spec.Unit is not null || spec.Relation is not null || spec.Assignee is not null || spec.Candidates is not null => texts["Design.WhoDepends"],
            0 => texts["Design.Nobody", assignment.Attribute("post") ?? assignment.Attribute("role") ?? ""],
            <= MostNames => texts["Design.Who", string.Join(texts["List.Comma"], names)],
            _ => texts["Design.WhoMany", string.Join(texts["List.Comma"], names.Take(MostNames)), names.Length],
        };
    }

    /// <summary>Warnings, the end and escalations of a step's first deadline, in order of time.</summary>
    /// <param name="step">The step.</param>
    public IReadOnlyList<string> WhatWouldHappen(FlowElement step)
    {
        if (GovExtension.First(step, "deadline") is not { } stated || DeadlineSpecs.Read(stated, []) is not { } spec)
        {
            return [];
        }

        DateTimeOffset start = now();
        Deadline deadline = Deadline.Calculate(spec, start, calendar);
        List<WarningSpec> own = [.. GovExtension.All(step, "warning").Select(w => DeadlineSpecs.ReadWarning(w, [])).OfType<WarningSpec>()];
        IEnumerable<WarningSpec> all = own.Concat(WarningSpec.Usual.Where(u => own.TrueForAll(o => o.Level != u.Level))).DistinctBy(w => w.Level);
        IEnumerable<(DateTimeOffset At, string What)> moments = new[] { (deadline.Due, texts["Design.Due"].Value) }
            .Concat(deadline.Warnings(all, calendar).Select(w => (w.At, texts["Design.Level." + w.Level].Value)))
            .Concat(GovExtension.All(step, "escalation").Select(e => DeadlineSpecs.ReadEscalation(e, [])).OfType<EscalationSpec>()
                .Select(e => (deadline.EscalationAt(e, calendar), texts["Design.Escalates", e.Line, e.To].Value)));
        return [.. moments.OrderBy(m => m.At).Select(m => texts["Design.Moment", ChineseTime.Full(m.At, start), m.What].Value)];
    }
}
