using System.Collections.Immutable;
using Platform.Decisions.Analysis;
using Platform.Decisions.Dmn;
using Platform.Decisions.Dmn.Model;
using Platform.Decisions.Feel;

namespace Platform.Designer.Tables;

/// <summary>A value that a trial of a table asks for.</summary>
/// <param name="Name">Name of the variable.</param>
/// <param name="Label">Heading for people.</param>
/// <param name="Column">What may be typed.</param>
public sealed record TrialInput(string Name, string Label, CellColumn Column);

/// <summary>What a table says to trial values.</summary>
/// <param name="Value">The conclusion in words.</param>
/// <param name="Rules">Positions of the rules that decided, from 0.</param>
/// <param name="Lines">Why, line by line.</param>
/// <param name="Faults">Names of values that could not be read, with the reading.</param>
public sealed record TrialAnswer(string Value, ImmutableArray<int> Rules, ImmutableArray<string> Lines, ImmutableDictionary<string, CellReading> Faults);

/// <summary>Tries a table with typed values, apart from the rest of its model: what other decisions would supply is typed too.</summary>
public static class TableTrial
{
    /// <summary>The values to ask for: every variable that the columns read.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">Its columns, from the review.</param>
    public static IReadOnlyList<TrialInput> Inputs(DecisionTable table, ImmutableArray<CellColumn> columns)
    {
        List<TrialInput> inputs = [];
        for (int i = 0; i < table.Inputs.Count; i++)
        {
            string subject = table.Inputs[i].Expression.Text ?? "";
            IReadOnlySet<string> names = FeelExpression.Parse(subject).Expression?.References ?? new HashSet<string>();
            foreach (string name in names.Where(n => inputs.All(known => known.Name != n)))
            {
                // Only of a bare variable is the column's type the variable's.
                bool isBare = name == subject.Trim();
                string label = isBare ? table.Inputs[i].Label ?? name : name;
                inputs.Add(new TrialInput(name, label, new CellColumn(ColumnRole.Output, isBare ? columns[i].Shape : ColumnShape.Unknown(label), isBare ? columns[i].Picks : null)));
            }
        }

        return inputs;
    }

    /// <summary>Asks the table.</summary>
    /// <param name="model">The model.</param>
    /// <param name="decision">The decision with the table.</param>
    /// <param name="inputs">What was asked for.</param>
    /// <param name="typed">What was typed, by name; missing and empty values are null.</param>
    /// <param name="now">The present.</param>
    public static TrialAnswer Run(
        DecisionModel model, Decision decision, IReadOnlyList<TrialInput> inputs, IReadOnlyDictionary<string, string> typed, DateTimeOffset now)
    {
        Dictionary<string, CellReading> faults = [];
        List<KeyValuePair<string, FeelValue>> values = [];
        foreach (TrialInput input in inputs)
        {
            CellReading reading = CellWords.Read(typed.GetValueOrDefault(input.Name, ""), input.Column);
            if (!reading.IsValid)
            {
                faults[input.Name] = reading;
            }
            else if (reading.Feel.Length > 0)
            {
                values.Add(KeyValuePair.Create(input.Name, FeelExpression.Parse(reading.Feel).Expression!.Evaluate(FeelScope.Empty, new FeelOptions { Now = now }).Value));
            }
        }

        if (faults.Count > 0)
        {
            return new TrialAnswer("", [], [], faults.ToImmutableDictionary());
        }

        DecisionResult result = CompiledDecisions.Compile(Alone(model, decision)).Decisions
            .EvaluateDecision(decision.Id ?? decision.Name, new FeelContext(values), new FeelOptions { Now = now });
        IEnumerable<RuleTrace> matched = result.Trace.Decisions.SelectMany(d => d.Tables).SelectMany(t => t.Matched);
        return new TrialAnswer(
            Words(result.Value),
            [.. matched.Where(r => r.IsDecisive).Select(r => r.Number - 1)],
            [.. result.Trace.Explain(), .. result.Warnings.Where(w => w.Severity == FeelSeverity.Warning).Select(w => w.Chinese)],
            ImmutableDictionary<string, CellReading>.Empty);
    }

    // Without its requirements a decision takes every name from the caller; functions it calls stay.
    private static DecisionModel Alone(DecisionModel model, Decision decision)
    {
        Decision alone = decision with { InformationRequirements = [] };
        return model with { Elements = [.. model.Elements.Where(e => e is BusinessKnowledgeModel).Append(alone)], Imports = [] };
    }

    private static string Words(FeelValue value) => value switch
    {
        FeelContext context => string.Join("，", context.Entries.Select(e => $"{e.Key} = {Words(e.Value)}")),
        FeelList list => string.Join("；", list.Items.Select(Words)),
        _ => ValueWords.Show(value) ?? value.ToString(),
    };
}
