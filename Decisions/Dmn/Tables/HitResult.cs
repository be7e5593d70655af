using Platform.Decisions.Dmn.Execution;
using Platform.Decisions.Dmn.Model;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Dmn.Tables;

/// <summary>A rule that counts, with its outputs.</summary>
internal sealed record RuleHit(int Rule, FeelValue[] Values);

/// <summary>What the hit policy makes of the rules that matched (DMN 1.5 §8.2.10).</summary>
internal sealed class HitResult(CompiledTable table, string where, DecisionRun run)
{
    internal FeelValue Value { get; private set; } = FeelValue.Null;

    internal IReadOnlyList<RuleHit> Rules { get; private set; } = [];

    internal bool UsedDefault { get; private set; }

    internal HitResult Resolve(List<int> matched, RunScope scope)
    {
        if (matched.Count == 0)
        {
            Value = WhenNoneMatched(scope);
            return this;
        }

        if (table.HitPolicy == HitPolicy.Unique && matched.Count > 1)
        {
            var numbers = string.Join('、', matched.Select(m => m + 1));
            run.Warn("dmn.not-unique", where, $"规则 {numbers} 同时符合，而本表只允许一条", $"rules {numbers} match at once, but the table allows one");
            return this;
        }

        var hits = matched.ConvertAll(m => new RuleHit(m, Outputs(table.Rules[m], scope)));
        if (!hits.TrueForAll(h => AreAllowed(h, scope)))
        {
            return this;
        }

        Value = Combine(hits);
        return this;
    }

    private FeelValue WhenNoneMatched(RunScope scope)
    {
        if (table.Outputs.Any(o => o.Default is not null))
        {
            UsedDefault = true;
            return Shape([.. table.Outputs.Select(o => o.Default?.Evaluate(scope, run) ?? FeelValue.Null)]);
        }

        return table.Aggregation == Aggregation.Count && table.HitPolicy == HitPolicy.Collect ? FeelNumber.Of(0L) : FeelValue.Null;
    }

    private FeelValue[] Outputs(CompiledRule rule, RunScope scope)
    {
        var values = new FeelValue[rule.Outputs.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = rule.Outputs[i].Evaluate(scope, run);
        }

        return values;
    }

    private bool AreAllowed(RuleHit hit, RunScope scope)
    {
        for (var i = 0; i < hit.Values.Length; i++)
        {
            var value = hit.Values[i];
            var column = table.Outputs[i];
            if (column.Allowed is null || value is FeelNull || column.Priorities.Contains(value)
                || run.Test(column.Allowed, value, scope, where) is FeelBoolean { Value: true })
            {
                continue;
            }

            run.Warn("dmn.output-values", where, $"规则 {hit.Rule + 1} 的结论 {DecisionRun.Shown(value)} 不在允许的取值之内", $"rule {hit.Rule + 1} gives {DecisionRun.Shown(value)}, which is not among the output values");
            return false;
        }

        return true;
    }

    private FeelValue Combine(List<RuleHit> hits)
    {
        switch (table.HitPolicy)
        {
            case HitPolicy.Any when hits.Exists(h => !h.Values.AsSpan().SequenceEqual(hits[0].Values)):
                var numbers = string.Join('、', hits.Select(h => h.Rule + 1));
                run.Warn("dmn.not-any", where, $"规则 {numbers} 同时符合但结论不同", $"rules {numbers} match at once with different outputs");
                return FeelValue.Null;
            case HitPolicy.Unique or HitPolicy.First or HitPolicy.Any:
                return Take([hits[0]]);
            case HitPolicy.Priority:
                return Take([ByPriority(hits)[0]]);
            case HitPolicy.OutputOrder:
                return TakeAll(ByPriority(hits));
            case HitPolicy.Collect when table.Aggregation is { } aggregation:
                Rules = hits;
                return new Aggregator(table, where, run).Of(aggregation, hits);
            default:
                return TakeAll(hits);
        }
    }

    private FeelValue Take(List<RuleHit> hits)
    {
        Rules = hits;
        return Shape(hits[0].Values);
    }

    private FeelList TakeAll(List<RuleHit> hits)
    {
        Rules = hits;
        return new FeelList([.. hits.Select(h => Shape(h.Values))]);
    }

    // One output is its value, several are a context.
    private FeelValue Shape(FeelValue[] values) => values.Length == 1
        ? values[0]
        : new FeelContext([.. values.Select((v, i) => KeyValuePair.Create(table.Outputs[i].Name ?? string.Empty, v))]);

    // Outputs count from left to right; a value that is not listed comes last. OrderBy keeps the rules' order among equals.
    private List<RuleHit> ByPriority(List<RuleHit> hits)
    {
        var ordered = hits.OrderBy(h => Priority(h, 0));
        for (var i = 1; i < table.Outputs.Count; i++)
        {
            var column = i;
            ordered = ordered.ThenBy(h => Priority(h, column));
        }

        return [.. ordered];
    }

    private int Priority(RuleHit hit, int column)
    {
        var priorities = table.Outputs[column].Priorities;
        for (var i = 0; i < priorities.Count; i++)
        {
            if (priorities[i].Equals(hit.Values[column]))
            {
                return i;
            }
        }

        return int.MaxValue;
    }
}
