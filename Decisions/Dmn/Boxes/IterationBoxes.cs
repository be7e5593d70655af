using Platform.Decisions.Dmn.Execution;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Dmn.Boxes;

/// <summary>The list that a boxed iterator or filter walks over.</summary>
internal static class Iterated
{
    /// <summary>Items of a list; a range of whole numbers counts through; any other value but null is a list of itself.</summary>
    internal static IReadOnlyList<FeelValue>? Items(FeelValue value, string where, DecisionRun run)
    {
        switch (value)
        {
            case FeelList list:
                return list.Items;
            case FeelNull:
                run.Warn("dmn.no-list", where, "要遍历的列表为空值", "there is no list to walk over");
                return null;
            case FeelRange range when Sequence.Of(range) is { } sequence && sequence.Count <= run.Session.CollectionSize:
                return sequence;
            case FeelRange:
                run.Warn("dmn.no-list", where, $"区间 {DecisionRun.Shown(value)} 不能逐一遍历", $"range {DecisionRun.Shown(value)} cannot be walked over");
                return null;
            default:
                return [value];
        }
    }
}

/// <summary>A boxed <c>for</c> (DMN 1.5 §10.2.1.10).</summary>
/// <param name="where">The element that it belongs to.</param>
/// <param name="type">Type of the result.</param>
/// <param name="variable">Name of each item.</param>
/// <param name="list">The list.</param>
/// <param name="body">What each item becomes.</param>
internal sealed class ForBox(string where, FeelType? type, string variable, BoxNode list, BoxNode body) : BoxNode(where, type)
{
    protected override FeelValue Compute(RunScope scope, DecisionRun run)
    {
        if (Iterated.Items(list.Evaluate(scope, run), Where, run) is not { } items)
        {
            return FeelValue.Null;
        }

        var results = new List<FeelValue>();
        long weight = 1;
        var height = 0;
        for (var i = 0; i < items.Count && !run.Session.IsStopped; i++)
        {
            var inner = new RunScope(scope, 2);
            inner.Add("partial", SoFar());
            inner.Add(variable, items[i]);
            var result = body.Evaluate(inner, run);
            results.Add(result);
            weight += result.Weight;
            height = Math.Max(height, result.Height);
        }

        return run.Session.Sized(SoFar(), 0, 0);

        // Looked at in every round: measuring it anew each time would cost the square of the rounds.
        FeelList SoFar() => new(new Prefix<FeelValue>(results, results.Count), (int)Math.Min(weight, int.MaxValue), height + 1);
    }
}

/// <summary>A boxed <c>some</c> or <c>every</c> (DMN 1.5 §10.2.1.11) in three-valued logic: a value that is no boolean leaves the answer open.</summary>
/// <param name="where">The element that it belongs to.</param>
/// <param name="type">Type of the result.</param>
/// <param name="deciding">The value of the body that settles the answer: true for <c>some</c>, false for <c>every</c>.</param>
/// <param name="variable">Name of each item.</param>
/// <param name="list">The list.</param>
/// <param name="body">The condition.</param>
internal sealed class QuantifiedBox(string where, FeelType? type, bool deciding, string variable, BoxNode list, BoxNode body)
    : BoxNode(where, type)
{
    protected override FeelValue Compute(RunScope scope, DecisionRun run)
    {
        if (Iterated.Items(list.Evaluate(scope, run), Where, run) is not { } items)
        {
            return FeelValue.Null;
        }

        var isOpen = false;
        for (var i = 0; i < items.Count && !run.Session.IsStopped; i++)
        {
            var inner = new RunScope(scope, 1);
            inner.Add(variable, items[i]);
            if (body.Evaluate(inner, run) is not FeelBoolean answer)
            {
                isOpen = true;
            }
            else if (answer.Value == deciding)
            {
                return answer;
            }
        }

        if (isOpen)
        {
            run.Warn("dmn.condition", Where, "有的元素使条件的值不是布尔值", "the condition is no boolean for some items");
            return FeelValue.Null;
        }

        return FeelBoolean.Of(!deciding);
    }
}

/// <summary>A boxed filter (DMN 1.5 §10.2.1.12): items for which the condition is true, or the item at a position.</summary>
/// <param name="where">The element that it belongs to.</param>
/// <param name="type">Type of the result.</param>
/// <param name="list">The list.</param>
/// <param name="match">The condition over <c>item</c> and, when the item is a context, its entries; or a position.</param>
internal sealed class FilterBox(string where, FeelType? type, BoxNode list, BoxNode match) : BoxNode(where, type)
{
    protected override FeelValue Compute(RunScope scope, DecisionRun run)
    {
        if (Iterated.Items(list.Evaluate(scope, run), Where, run) is not { } items)
        {
            return FeelValue.Null;
        }

        var kept = new List<FeelValue>();
        for (var i = 0; i < items.Count && !run.Session.IsStopped; i++)
        {
            switch (match.Evaluate(Around(items[i], scope), run))
            {
                case FeelBoolean { Value: true }:
                    kept.Add(items[i]);
                    break;
                case FeelBoolean or FeelNull:
                    break;
                case FeelNumber position when i == 0:
                    return At(items, position);
                case var other:
                    run.Warn("dmn.condition", Where, $"筛选条件的值 {DecisionRun.Shown(other)} 不是布尔值", $"the filter gave {DecisionRun.Shown(other)}, which is no boolean");
                    return FeelValue.Null;
            }
        }

        return new FeelList(kept);
    }

    // Positions count from 1, or from -1 backwards; beyond the ends there is null.
    private static FeelValue At(IReadOnlyList<FeelValue> items, FeelNumber position)
    {
        var index = position.TryToInt64(out var number) ? (number < 0 ? items.Count + number : number - 1) : -1;
        return index >= 0 && index < items.Count ? items[(int)index] : FeelValue.Null;
    }

    private static RunScope Around(FeelValue item, RunScope scope)
    {
        var inner = new RunScope(scope, 1);
        foreach (var (name, entry) in (item as FeelContext)?.Entries ?? [])
        {
            inner.Add(name, entry);
        }

        if (!inner.TryGetOwn("item"))
        {
            inner.Add("item", item);
        }

        return inner;
    }
}
