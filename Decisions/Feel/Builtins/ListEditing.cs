namespace Platform.Decisions.Feel;

/// <summary>Functions that make new lists of old ones (DMN 1.5 tables 76 and 79).</summary>
internal static class ListEditing
{
    public static void Register(BuiltinCatalog catalog)
    {
        catalog.Add("sublist(list: list, start position: number): list", Sublist);
        catalog.Add("sublist(list: list, start position: number, length: number): list", Sublist);
        catalog.Add("append(list: list, item: any…): list", Append);
        catalog.Add("concatenate(list: list…): list", Concatenate);
        catalog.Add("insert before(list: list, position: number, newItem: any): list", InsertBefore);
        catalog.Add("remove(list: list, position: number): list", Remove);
        catalog.Add("list replace(list: list, position: number, newItem: any): list", ReplaceAt);
        catalog.Add("list replace(list: list, match: function, newItem: any): list", ReplaceMatches);
        catalog.Add("reverse(list: list): list", (in FeelCall call, FeelValue[] arguments) => call.Sized(FeelValue.Of(Items(arguments[0]).Reverse())));
        catalog.Add("union(list: list…): list", Union);
        catalog.Add("distinct values(list: list): list", (in FeelCall call, FeelValue[] arguments) => Distinct(call, Items(arguments[0])));
        catalog.Add("flatten(list: list): list", Flatten);
        catalog.Add("sort(list: list): list", Sort);
        catalog.Add("sort(list: list, precedes: function): list", Sort);
    }

    private static IReadOnlyList<FeelValue> Items(FeelValue list) => ((FeelList)list).Items;

    /// <summary>A position from 1, or from -1 backwards, as one from 0.</summary>
    private static bool TryPosition(FeelValue given, int count, out int position)
    {
        var valid = ((FeelNumber)given).TryTruncate(out position) && position != 0 && Math.Abs((long)position) <= count;
        position = position < 0 ? count + position : position - 1;
        return valid;
    }

    private static FeelValue OutOfRange(in FeelCall call, string name) =>
        call.Warn(FeelMessage.Value(name, "位置超出列表范围", "the position is outside the list"));

    private static FeelValue Sublist(in FeelCall call, FeelValue[] arguments)
    {
        var items = Items(arguments[0]);
        if (!TryPosition(arguments[1], items.Count, out var start))
        {
            return OutOfRange(call, "sublist");
        }
        var length = items.Count - start;
        if (arguments.Length == 3)
        {
            if (!((FeelNumber)arguments[2]).TryTruncate(out var wanted) || wanted < 0 || wanted > length)
            {
                return OutOfRange(call, "sublist");
            }
            length = wanted;
        }
        return call.Sized(FeelValue.Of(items.Skip(start).Take(length)));
    }

    private static FeelValue Append(in FeelCall call, FeelValue[] arguments) =>
        call.Sized(FeelValue.Of(Items(arguments[0]).Concat(arguments.Skip(1))));

    private static FeelValue Concatenate(in FeelCall call, FeelValue[] arguments)
    {
        var total = arguments.Sum(list => (long)Items(list).Count);
        if (total > call.Session.CollectionSize)
        {
            return call.Warn(FeelMessage.Size());
        }
        return call.Sized(FeelValue.Of(arguments.SelectMany(Items)));
    }

    private static FeelValue InsertBefore(in FeelCall call, FeelValue[] arguments)
    {
        var items = Items(arguments[0]).ToList();
        if (!TryPosition(arguments[1], items.Count, out var position))
        {
            return OutOfRange(call, "insert before");
        }
        items.Insert(position, arguments[2]);
        return call.Sized(new FeelList(items));
    }

    private static FeelValue Remove(in FeelCall call, FeelValue[] arguments)
    {
        var items = Items(arguments[0]).ToList();
        if (!TryPosition(arguments[1], items.Count, out var position))
        {
            return OutOfRange(call, "remove");
        }
        items.RemoveAt(position);
        return call.Sized(new FeelList(items));
    }

    private static FeelValue ReplaceAt(in FeelCall call, FeelValue[] arguments)
    {
        var items = Items(arguments[0]).ToArray();
        if (!TryPosition(arguments[1], items.Length, out var position))
        {
            return OutOfRange(call, "list replace");
        }
        items[position] = arguments[2];
        return call.Sized(new FeelList(items));
    }

    private static FeelValue ReplaceMatches(in FeelCall call, FeelValue[] arguments)
    {
        var items = Items(arguments[0]).ToArray();
        var match = (FeelFunction)arguments[1];
        for (var i = 0; i < items.Length; i++)
        {
            if (match.Call(call, [items[i], arguments[2]]) is not FeelBoolean verdict)
            {
                return call.Warn(FeelMessage.Value("list replace", "匹配函数应返回真假值", "the match function must return a boolean"));
            }
            items[i] = verdict.Value ? arguments[2] : items[i];
        }
        return call.Sized(new FeelList(items));
    }

    private static FeelValue Union(in FeelCall call, FeelValue[] arguments) => Distinct(call, arguments.SelectMany(Items));

    private static FeelValue Distinct(in FeelCall call, IEnumerable<FeelValue> items)
    {
        var seen = new HashSet<FeelValue>(new CountedEquality(call.Session));
        var kept = new List<FeelValue>();
        foreach (var item in items)
        {
            if (seen.Add(item))
            {
                kept.Add(item);
            }
        }
        return call.Session.IsStopped ? FeelNull.Instance : call.Sized(new FeelList(kept));
    }

    private static FeelValue Flatten(in FeelCall call, FeelValue[] arguments)
    {
        if (!call.Session.Spend(arguments[0].Weight) || arguments[0].Height > FeelValue.DeepestNesting)
        {
            return FeelNull.Instance;
        }
        var flat = new List<FeelValue>();
        AddFlat(arguments[0], flat);
        return call.Sized(new FeelList(flat));
    }

    private static void AddFlat(FeelValue value, List<FeelValue> flat)
    {
        if (value is not FeelList list)
        {
            flat.Add(value);
            return;
        }
        foreach (var item in list.Items)
        {
            AddFlat(item, flat);
        }
    }

    /// <summary>A stable merge sort; without a function by the values' own order.</summary>
    private static FeelValue Sort(in FeelCall call, FeelValue[] arguments)
    {
        var items = Items(arguments[0]).ToArray();
        var precedes = arguments.Length > 1 ? (FeelFunction)arguments[1] : null;
        var source = items;
        var target = new FeelValue[items.Length];
        for (var width = 1; width < items.Length; width *= 2)
        {
            for (var start = 0; start < items.Length; start += 2 * width)
            {
                if (!Merge(call, precedes, source, target, start, width))
                {
                    return call.Warn(FeelMessage.Value("sort", "元素之间无法比较", "the items cannot be compared"));
                }
            }
            (source, target) = (target, source);
        }
        return call.Sized(new FeelList(source));
    }

    private static bool Merge(in FeelCall call, FeelFunction? precedes, FeelValue[] source, FeelValue[] target, int start, int width)
    {
        var middle = Math.Min(start + width, source.Length);
        var end = Math.Min(start + (2 * width), source.Length);
        var (left, right) = (start, middle);
        for (var i = start; i < end; i++)
        {
            var takeRight = left >= middle;
            if (!takeRight && right < end)
            {
                // Only a right item that truly precedes overtakes: equal items keep their order.
                var verdict = Precedes(call, precedes, source[right], source[left]);
                if (verdict is null)
                {
                    return false;
                }
                takeRight = verdict.Value;
            }
            target[i] = takeRight ? source[right++] : source[left++];
        }
        return true;
    }

    private static bool? Precedes(in FeelCall call, FeelFunction? precedes, FeelValue left, FeelValue right)
    {
        if (!call.Session.Spend(1))
        {
            return null;
        }
        return precedes is null
            ? FeelComparison.Compare(left, right) < 0 ? true : FeelComparison.Compare(left, right) is null ? null : false
            : (precedes.Call(call, [left, right]) as FeelBoolean)?.Value;
    }

    /// <summary>Equality that costs steps: values can be made whose hashes all collide.</summary>
    private sealed class CountedEquality(FeelSession session) : IEqualityComparer<FeelValue>
    {
        public bool Equals(FeelValue? x, FeelValue? y) =>
            !session.Spend(1) || !session.SpendOn(x?.Weight ?? 0) || (x?.Equals(y) ?? y is null);

        public int GetHashCode(FeelValue obj) => obj.GetHashCode();
    }
}
