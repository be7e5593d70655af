using Platform.Decisions.Dmn.Execution;
using Platform.Decisions.Dmn.Model;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Dmn.Tables;

/// <summary>Sums up the outputs of a collecting table (DMN 1.5 §8.2.10).</summary>
internal sealed class Aggregator(CompiledTable table, string where, DecisionRun run)
{
    internal FeelValue Of(Aggregation aggregation, List<RuleHit> hits)
    {
        if (aggregation == Aggregation.Count)
        {
            return FeelNumber.Of((long)hits.Count);
        }

        if (table.Outputs.Count != 1)
        {
            run.Warn("dmn.aggregation", where, "多个输出列不能汇总", "several outputs cannot be aggregated");
            return FeelValue.Null;
        }

        // FEEL's own functions define sum, least and greatest for every type that has them.
        var function = aggregation switch { Aggregation.Sum => "sum", Aggregation.Min => "min", _ => "max" };
        var scope = new RunScope(null, 1);
        scope.Add("outputs", new FeelList([.. hits.Select(h => h.Values[0])]));
        var outer = run.Enter(where);
        var value = FeelExpression.Parse($"{function}(outputs)").Expression!.Evaluate(scope, run.Session);
        run.Leave(outer);
        return value;
    }
}
