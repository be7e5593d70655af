using Platform.Decisions.Analysis;
using Platform.Decisions.Dmn.Model;
using Platform.Designer.Conditions;
using Platform.Designer.Tables;

namespace Platform.Designer.Deciding;

/// <summary>What logic that is no table can name, and what a trial of it must ask for.</summary>
public static class LogicTrial
{
    /// <summary>What expressions of a decision or function can name: the rest of its file, then what the processes hand over.</summary>
    /// <param name="element">The decision or function.</param>
    /// <param name="model">Its model.</param>
    /// <param name="aids">What is known around it.</param>
    public static IReadOnlyList<ConditionVariable> Variables(DrgElement element, DecisionModel model, TableAids aids)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(aids);
        return
        [
            .. model.Elements.Where(e => e is InputData or Decision or BusinessKnowledgeModel or DecisionService && !ReferenceEquals(e, element) && (element is Decision || e is not (InputData or Decision)))
                .Select(e => Variable(e, aids)).Concat(element is Decision ? aids.Variables : []).DistinctBy(v => v.Name),
        ];
    }

    /// <summary>The values to ask for: every name that the logic reads and that is no function.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="model">Its model.</param>
    /// <param name="aids">What is known around it.</param>
    public static IReadOnlyList<TrialInput> Inputs(Decision decision, DecisionModel model, TableAids aids)
    {
        ArgumentNullException.ThrowIfNull(decision);
        IReadOnlyList<ConditionVariable> variables = Variables(decision, model, aids);
        HashSet<string> functions = [.. model.Elements.Where(e => e is BusinessKnowledgeModel or DecisionService).Select(e => e.Name)];
        return
        [
            .. LogicReferences.Of(decision.Logic, [.. variables.Select(v => v.Name)]).Where(name => !functions.Contains(name))
                .Select(name => variables.FirstOrDefault(v => v.Name == name) ?? new ConditionVariable(name, name, ConditionKind.Text, []))
                .Select(variable => new TrialInput(variable.Name, variable.Label, Column(variable, model))),
        ];
    }

    private static ConditionVariable Variable(DrgElement element, TableAids aids)
    {
        string name = element.Variable?.Name ?? element.Name;
        return aids.Variables.FirstOrDefault(v => v.Name == name) ?? new ConditionVariable(name, element.Label ?? name, ConditionKind.Text, []);
    }

    private static CellColumn Column(ConditionVariable variable, DecisionModel model)
    {
        string? type = model.Elements.FirstOrDefault(e => (e.Variable?.Name ?? e.Name) == variable.Name)?.Variable?.TypeRef;
        ColumnValues values = (model.ItemDefinitions.FirstOrDefault(item => item.Name == type)?.TypeRef ?? type, variable.Kind) switch
        {
            ("string", _) => ColumnValues.Text,
            ("number", _) => ColumnValues.Number,
            ("boolean", _) => ColumnValues.Boolean,
            ("date", _) => ColumnValues.Date,
            ("time", _) => ColumnValues.Time,
            ("dateTime" or "date and time", _) => ColumnValues.DateTime,
            ("dayTimeDuration" or "yearMonthDuration", _) => ColumnValues.Duration,
            (null, ConditionKind.Number) => ColumnValues.Number,
            (null, ConditionKind.Boolean) => ColumnValues.Boolean,
            (null, ConditionKind.Date) => ColumnValues.Date,
            _ => ColumnValues.Any,
        };
        return new CellColumn(ColumnRole.Output, new ColumnShape(variable.Label, values, []), variable.Choices.IsDefaultOrEmpty ? null : new PickList(variable.Name, variable.Label, variable.Choices));
    }
}
