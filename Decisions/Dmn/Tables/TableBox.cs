using System.Numerics;
using Platform.Decisions.Dmn.Boxes;
using Platform.Decisions.Dmn.Execution;
using Platform.Decisions.Dmn.Model;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Dmn.Tables;

/// <summary>A decision table (DMN 1.5 §8.3.3, §10.3.2.10), ready to be evaluated.</summary>
internal sealed class TableBox(string where, FeelType? type, string? id, CompiledTable table) : BoxNode(where, type)
{
    /// <summary>Sets of rules up to this many words live on the stack.</summary>
    private const int StackWords = 64;

    protected override FeelValue Compute(RunScope scope, DecisionRun run)
    {
        var inputs = new FeelValue[table.Inputs.Count];
        for (var i = 0; i < inputs.Length; i++)
        {
            inputs[i] = table.Inputs[i].Value.Evaluate(scope, run);
            if (!IsAllowed(table.Inputs[i], inputs[i], scope, run))
            {
                Record(run, inputs, [], null);
                return FeelValue.Null;
            }
        }

        run.Session.Spend(table.Index is null ? table.Rules.Count * Math.Max(1, inputs.Length) : 1 + (table.Rules.Count / 64));
        var matched = Match(inputs, scope, run);
        var hits = new HitResult(table, Where, run).Resolve(matched, scope);
        Record(run, inputs, matched, hits);
        if (matched.Count == 0 && !hits.UsedDefault && hits.Value is FeelNull)
        {
            SayThatNoRuleApplies(inputs, run);
        }

        return hits.Value;
    }

    private void Record(DecisionRun run, FeelValue[] inputs, List<int> matched, HitResult? hits)
    {
        if (run.Trace.IsOpen)
        {
            run.Trace.Add(Traced(inputs, matched, hits?.Rules ?? [], hits?.Value ?? FeelValue.Null, hits?.UsedDefault ?? false));
        }
    }

    private void SayThatNoRuleApplies(FeelValue[] inputs, DecisionRun run)
    {
        var values = inputs.Select((value, i) => $"{table.Inputs[i].Label} = {DecisionRun.Shown(value)}").ToList();
        run.Inform(
            "dmn.no-rule",
            Where,
            values.Count == 0 ? "没有规则符合" : $"没有规则符合：{string.Join('，', values)}",
            values.Count == 0 ? "no rule applies" : $"no rule applies to {string.Join(", ", values)}");
    }

    private bool IsAllowed(InputColumn column, FeelValue value, RunScope scope, DecisionRun run)
    {
        // A value that is not known breaks no list of values; rules may well test for it.
        if (column.Allowed is null || value is FeelNull
            || run.Test(column.Allowed, value, scope, Where) is FeelBoolean { Value: true })
        {
            return true;
        }

        run.Warn("dmn.input-values", Where, $"“{column.Label}”的值 {DecisionRun.Shown(value)} 不在允许的取值之内", $"input '{column.Label}' has the value {DecisionRun.Shown(value)}, which is not among its input values");
        return false;
    }

    private List<int> Match(FeelValue[] inputs, RunScope scope, DecisionRun run)
    {
        var words = BitSet.WordCount(table.Rules.Count);
        Span<ulong> rules = words <= StackWords ? stackalloc ulong[words] : new ulong[words];
        rules.Fill(ulong.MaxValue);
        for (var c = 0; c < inputs.Length; c++)
        {
            if (table.Index is { } index && ColumnIndex.Covers(inputs[c]))
            {
                index[c].Narrow(inputs[c], rules);
            }
        }

        var matched = new List<int>();
        for (var w = 0; w < words; w++)
        {
            for (var left = rules[w]; left != 0; left &= left - 1)
            {
                var rule = (w * 64) + BitOperations.TrailingZeroCount(left);
                if (rule < table.Rules.Count && Holds(rule, inputs, scope, run))
                {
                    matched.Add(rule);
                    if (table.HitPolicy == HitPolicy.First)
                    {
                        return matched;
                    }
                }
            }
        }

        return matched;
    }

    private bool Holds(int rule, FeelValue[] inputs, RunScope scope, DecisionRun run)
    {
        var tests = table.Rules[rule].Tests;
        for (var c = 0; c < inputs.Length; c++)
        {
            var isKnown = table.Index is { } index && ColumnIndex.Covers(inputs[c]) && !index[c].IsComputed(rule);
            if (!isKnown && tests[c] is { } test
                && run.Test(test, inputs[c], scope, Where) is not FeelBoolean { Value: true })
            {
                return false;
            }
        }

        return true;
    }

    private TableTrace Traced(FeelValue[] inputs, List<int> matched, IReadOnlyList<RuleHit> hits, FeelValue value, bool usedDefault) => new()
    {
        Id = id,
        Name = Where,
        Inputs = [.. inputs.Select((v, i) => new TraceInput(table.Inputs[i].Label, v))],
        Matched = [.. matched.Select(m => Traced(inputs, m, hits))],
        UsedDefault = usedDefault,
        Value = value,
    };

    private RuleTrace Traced(FeelValue[] inputs, int position, IReadOnlyList<RuleHit> hits)
    {
        var rule = table.Rules[position];
        var hit = hits.FirstOrDefault(h => h.Rule == position);
        var conditions = new List<TraceCondition>();
        for (var c = 0; c < inputs.Length; c++)
        {
            if (rule.Tests[c] is not null)
            {
                conditions.Add(new TraceCondition(table.Inputs[c].Label, inputs[c], rule.Texts[c]));
            }
        }

        return new RuleTrace
        {
            Number = position + 1,
            Id = rule.Id,
            Conditions = conditions,
            Outputs = hit is null ? [] : [.. hit.Values.Select((v, i) => new TraceOutput(table.Outputs[i].Label, table.Outputs[i].Name, v))],
            Annotations = rule.Annotations,
            IsDecisive = hit is not null,
        };
    }
}

/// <summary>Columns, rules and index of a table.</summary>
internal sealed record CompiledTable(
    HitPolicy HitPolicy,
    Aggregation? Aggregation,
    IReadOnlyList<InputColumn> Inputs,
    IReadOnlyList<OutputColumn> Outputs,
    IReadOnlyList<CompiledRule> Rules)
{
    /// <summary>One index for each input; null when the table is small or an index would be too large.</summary>
    internal IReadOnlyList<ColumnIndex>? Index { get; init; }
}
