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
            case FeelRange range:
                return Count(range, where, run);
            default:
                return [value];
        }
    }

    private static List<FeelValue>? Count(FeelRange range, string where, DecisionRun run)
    {
        if (range.Start is not FeelNumber low || range.End is not FeelNumber high
            || !low.TryToInt64(out var from) || !high.TryToInt64(out var to))
        {
            run.Warn("dmn.no-list", where, $"区间 {range} 不能逐一遍历", $"range {range} cannot be walked over");
            return null;
        }

        from += range.StartIncluded ? 0 : 1;
        to -= range.EndIncluded ? 0 : 1;
        if ((decimal)to - from >= run.Session.Options.Budget.CollectionSize)
        {
            run.Warn("dmn.too-large", where, $"区间 {range} 过大，已停止计算", $"range {range} is too large; evaluation stopped");
            return null;
        }

        var items = new List<FeelValue>();
        for (var i = from; i <= to; i++)
        {
            items.Add(FeelNumber.Of(i));
        }

        return items;
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

        var results = new FeelValue[items.Count];
        for (var i = 0; i < results.Length; i++)
        {
            var inner = new RunScope(scope, 2);
            inner.Add("partial", new FeelList(new ArraySegment<FeelValue>(results, 0, i)));
            inner.Add(variable, items[i]);
            results[i] = body.Evaluate(inner, run);
        }

        return new FeelList(results);
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
        foreach (var item in items)
        {
            var inner = new RunScope(scope, 1);
            inner.Add(variable, item);
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

/// <summary>A boxed filter (DMN 1.5 §10.2.1.12): items for which the condition is true.</summary>
/// <param name="where">The element that it belongs to.</param>
/// <param name="type">Type of the result.</param>
/// <param name="list">The list.</param>
/// <param name="match">The condition over <c>item</c> and, when the item is a context, its entries.</param>
internal sealed class FilterBox(string where, FeelType? type, BoxNode list, BoxNode match) : BoxNode(where, type)
{
    protected override FeelValue Compute(RunScope scope, DecisionRun run)
    {
        var value = list.Evaluate(scope, run);
        if (value is FeelNull)
        {
            return FeelList.Empty;
        }

        var kept = new List<FeelValue>();
        foreach (var item in value is FeelList { Items: var items } ? items : [value])
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

            switch (match.Evaluate(inner, run))
            {
                case FeelBoolean { Value: true }:
                    kept.Add(item);
                    break;
                case FeelBoolean or FeelNull:
                    break;
                case var other:
                    run.Warn("dmn.condition", Where, $"筛选条件的值 {DecisionRun.Shown(other)} 不是布尔值", $"the filter gave {DecisionRun.Shown(other)}, which is no boolean");
                    return FeelValue.Null;
            }
        }

        return new FeelList(kept);
    }
}
