using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Governance.Rows;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Cases;

/// <summary>Names and first values of the variables that the process of a case uses. Texts about people are never variables.</summary>
public static class CaseVariables
{
    /// <summary>When the case was accepted.</summary>
    public const string AcceptedAt = "acceptedAt";
    /// <summary>What it is about.</summary>
    public const string Category = "category";
    /// <summary>When opinions of helping units are due.</summary>
    public const string CoDue = "coDue";
    /// <summary>Codes of helping units.</summary>
    public const string CoUnits = "coUnits";
    /// <summary>Whether several departments are concerned.</summary>
    public const string CrossDepartment = "crossDepartment";
    /// <summary>Code of the desk.</summary>
    public const string DeskUnit = "deskUnit";
    /// <summary>How often the citizen was dissatisfied with reason.</summary>
    public const string DissatisfiedCount = "dissatisfiedCount";
    /// <summary>Code of the unit that handles it, for warnings.</summary>
    public const string HandlerUnit = "handlerUnit";
    /// <summary>Code of the unit that handles it.</summary>
    public const string LeadUnit = "leadUnit";
    /// <summary>LY, JY or JB.</summary>
    public const string Ledger = "ledger";
    /// <summary>Legal date.</summary>
    public const string LegalDue = "legalDue";
    /// <summary>X, Z or C.</summary>
    public const string Level = "level";
    /// <summary>Result of the table of time limits.</summary>
    public const string Limits = "limits";
    /// <summary>Working days past the promised date.</summary>
    public const string OverdueDays = "overdueDays";
    /// <summary>Code of the Party committee.</summary>
    public const string PartyUnit = "partyUnit";
    /// <summary>Result of the table of dispatch.</summary>
    public const string Plan = "plan";
    /// <summary>Line of the last supervision order.</summary>
    public const string PreviousLine = "previousLine";
    /// <summary>Promised date.</summary>
    public const string PromiseDue = "promiseDue";
    /// <summary>How many units objected.</summary>
    public const string Refusals = "refusals";
    /// <summary>How often it was worked on again.</summary>
    public const string ReworkCount = "reworkCount";
    /// <summary>When the rework is due.</summary>
    public const string ReworkDue = "reworkDue";
    /// <summary>在岗, 空缺 or 回避.</summary>
    public const string SecretaryStatus = "secretaryStatus";
    /// <summary>When supervision looks next.</summary>
    public const string SuperviseAt = "superviseAt";
    /// <summary>Line of supervision.</summary>
    public const string SuperviseLine = "superviseLine";
    /// <summary>Urgency.</summary>
    public const string Urgency = "urgency";

    /// <summary>First variables of a case at a desk.</summary>
    internal static ImmutableDictionary<string, FeelValue> Start(CaseRow row, OrgDirectory directory, OrgUnitRow desk, GovernanceOptions options, bool stubOnly, string secretaryStatus)
    {
        var values = ImmutableDictionary.CreateBuilder<string, FeelValue>(StringComparer.Ordinal);
        values["stubOnly"] = FeelValue.Of(stubOnly);
        values[Ledger] = FeelValue.Of(row.Ledger);
        values[Level] = FeelValue.Of(row.Level);
        values[Category] = FeelValue.Of(row.Category);
        values[Urgency] = FeelValue.Of(row.Urgency);
        values[CrossDepartment] = FeelValue.Of(row.CrossDepartment);
        values["town"] = FeelValue.Of(row.Town);
        values["village"] = FeelValue.Of(row.Village);
        values["hasContact"] = FeelValue.Of(row.HasContact);
        values["groupSize"] = FeelValue.Of((long)row.GroupSize);
        values["registeredAt"] = FeelValue.Of(row.RegisteredAt);
        values[SecretaryStatus] = FeelValue.Of(secretaryStatus);
        values["disciplineUnit"] = FeelValue.Of(options.DisciplineUnit);
        values[LeadUnit] = FeelValue.Null;
        values[CoUnits] = FeelValue.Of([]);
        foreach (var counter in new[] { ReworkCount, DissatisfiedCount, OverdueDays, Refusals, PreviousLine, "repeatCount" })
        {
            values[counter] = FeelValue.Of(0L);
        }

        values[SuperviseLine] = FeelValue.Of(1L);
        AddDesk(values, directory, desk);
        return values.ToImmutable();
    }

    /// <summary>The variables that follow from the desk.</summary>
    internal static void AddDesk(IDictionary<string, FeelValue> values, OrgDirectory directory, OrgUnitRow desk)
    {
        values[DeskUnit] = FeelValue.Of(desk.Code);
        values[PartyUnit] = FeelValue.Of(Desks.Committee(directory, desk).Code);
        values[Level] = FeelValue.Of(Desks.Level(directory, desk));
    }
}
