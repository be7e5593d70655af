using Microsoft.Extensions.Localization;
using Platform.Designer.Conditions;
using Platform.Governance.Cases;
using Platform.Host.Texts;
using Platform.Runtime.Forms;
using Platform.Runtime.Org;

namespace Platform.Host.Pages.Admin;

/// <summary>What conditions can ask about, with the names that administrators read: fields of forms, and what is known of every case.</summary>
/// <param name="texts">Texts of the interface; each fact has one.</param>
internal sealed class DesignVariables(IStringLocalizer<Ui> texts)
{
    private static readonly (string Name, ConditionKind Kind)[] Known =
    [
        (CaseVariables.Ledger, ConditionKind.Choice),
        (CaseVariables.Category, ConditionKind.Text),
        (CaseVariables.Urgency, ConditionKind.Choice),
        (CaseVariables.Level, ConditionKind.Choice),
        (CaseVariables.CrossDepartment, ConditionKind.Boolean),
        ("hasContact", ConditionKind.Boolean),
        ("stubOnly", ConditionKind.Boolean),
        ("groupSize", ConditionKind.Number),
        ("repeatCount", ConditionKind.Number),
        ("town", ConditionKind.Text),
        ("village", ConditionKind.Text),
        (CaseVariables.SecretaryStatus, ConditionKind.Choice),
        (CaseVariables.LeadUnit, ConditionKind.Text),
        (CaseVariables.CoUnits, ConditionKind.List),
        (CaseVariables.HandlerUnit, ConditionKind.Text),
        (CaseVariables.DeskUnit, ConditionKind.Text),
        (CaseVariables.PartyUnit, ConditionKind.Text),
        ("disciplineUnit", ConditionKind.Text),
        (CaseVariables.ReworkCount, ConditionKind.Number),
        (CaseVariables.DissatisfiedCount, ConditionKind.Number),
        (CaseVariables.Refusals, ConditionKind.Number),
        (CaseVariables.OverdueDays, ConditionKind.Number),
        (CaseVariables.SuperviseLine, ConditionKind.Number),
        (CaseVariables.PreviousLine, ConditionKind.Number),
        ("registeredAt", ConditionKind.Text),
        (CaseVariables.AcceptedAt, ConditionKind.Text),
        (CaseVariables.PromiseDue, ConditionKind.Date),
        (CaseVariables.LegalDue, ConditionKind.Date),
        (CaseVariables.CoDue, ConditionKind.Date),
        (CaseVariables.ReworkDue, ConditionKind.Date),
        (CaseVariables.SuperviseAt, ConditionKind.Text),
    ];

    private static readonly string[] OfTheCase = [CaseVariables.LeadUnit, CaseVariables.DeskUnit, CaseVariables.PartyUnit, "disciplineUnit"];

    private static readonly string[] Presence = ["在岗", "空缺", "回避"];

    /// <summary>What the platform knows of every case.</summary>
    public IReadOnlyList<ConditionVariable> Facts => [.. Known.Select(fact => new ConditionVariable(fact.Name, texts["Fact." + fact.Name], fact.Kind, [.. Choices(fact.Name)]))];

    /// <summary>Units whose posts a step can mean: those that a case itself names, then every unit of the county by name.</summary>
    /// <param name="directory">The organisation.</param>
    public IReadOnlyList<ConditionChoice> Units(OrgDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return
        [
            .. OfTheCase.Select(name => new ConditionChoice(name, texts["Design.UnitOfCase", texts["Fact." + name]])),
            .. directory.Units.OrderBy(unit => unit.Code, StringComparer.Ordinal).Select(unit => new ConditionChoice($"\"{unit.Code}\"", unit.Name)),
        ];
    }

    /// <summary>A field of a form as conditions can ask about it.</summary>
    /// <param name="field">The field.</param>
    public static ConditionVariable Of(FieldSpec field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return new ConditionVariable(
            field.Key,
            field.Label,
            field.Type switch
            {
                _ when field.Multiple => ConditionKind.List,
                FieldType.MultiChoice or FieldType.Attachment => ConditionKind.List,
                FieldType.Number or FieldType.Money => ConditionKind.Number,
                FieldType.Date => ConditionKind.Date,
                FieldType.Boolean => ConditionKind.Boolean,
                FieldType.Choice => ConditionKind.Choice,
                _ => ConditionKind.Text,
            },
            [.. field.Options.Select(o => new ConditionChoice(o.Value, o.Text))]);
    }

    private IEnumerable<ConditionChoice> Choices(string fact) => fact switch
    {
        CaseVariables.Ledger => Ledgers.All.Select(ledger => new ConditionChoice(ledger.Code, ledger.Name)),
        CaseVariables.Level => Named(fact, "X", "Z", "C"),
        CaseVariables.Urgency => CaseUrgency.All.Select(word => new ConditionChoice(word, word)),
        CaseVariables.SecretaryStatus => Presence.Select(word => new ConditionChoice(word, word)),
        _ => [],
    };

    private IEnumerable<ConditionChoice> Named(string fact, params string[] values) => values.Select(value => new ConditionChoice(value, texts[$"Fact.{fact}.{value}"]));
}
