namespace Platform.Decisions.Feel;

/// <summary><c>[a, b, c]</c>.</summary>
internal sealed class ListNode(int start, int length, Node[] items) : Node(start, length)
{
    public override FeelType Type => new FeelType.List(TypeInference.Common(items.Select(item => item.Type)));

    protected override FeelValue Evaluate(FeelSession session, Env env)
    {
        var values = new FeelValue[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            values[i] = items[i].Run(session, env);
        }
        return session.Sized(new FeelList(values), Start, Length);
    }
}

/// <summary><c>{a: 1, b: a + 1}</c>: each entry sees those before it.</summary>
internal sealed class ContextNode(int start, int length, KeyValuePair<string, Node>[] entries) : Node(start, length)
{
    public override FeelType Type =>
        new FeelType.Context([.. entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.Type))]);

    protected override FeelValue Evaluate(FeelSession session, Env env)
    {
        var values = new KeyValuePair<string, FeelValue>[entries.Length];
        var inner = env;
        for (var i = 0; i < entries.Length; i++)
        {
            var value = entries[i].Value.Run(session, inner);
            values[i] = new(entries[i].Key, value);
            inner = inner.Push(value);
        }
        return session.Sized(new FeelContext(values, owned: true), Start, Length);
    }
}

/// <summary>One end of a range that must be evaluated.</summary>
internal readonly record struct RangeEnd(Node Value, bool Included);

/// <summary><c>[a..b]</c> in its open and closed forms.</summary>
internal sealed class RangeNode(int start, int length, RangeEnd from, RangeEnd to) : Node(start, length)
{
    public override FeelType Type => new FeelType.Range(TypeInference.Common([from.Value.Type, to.Value.Type]));

    protected override FeelValue Evaluate(FeelSession session, Env env)
    {
        var low = from.Value.Run(session, env);
        var high = to.Value.Run(session, env);
        if (!low.IsNull && !high.IsNull && FeelComparison.Compare(low, high) is null)
        {
            return Warn(session, FeelMessage.RangeEnds());
        }
        return new FeelRange(low, from.Included, high, to.Included);
    }
}

/// <summary><c>(&lt; 10)</c> and its kin.</summary>
internal sealed class ComparisonRangeNode(int start, int length, BinaryOperator sign, Node endpoint) : Node(start, length)
{
    public static FeelRange Of(BinaryOperator sign, FeelValue end) => sign switch
    {
        BinaryOperator.Less => new(FeelNull.Instance, false, end, false, FeelRangeForm.Comparison),
        BinaryOperator.LessOrEqual => new(FeelNull.Instance, false, end, true, FeelRangeForm.Comparison),
        BinaryOperator.Greater => new(end, false, FeelNull.Instance, false, FeelRangeForm.Comparison),
        BinaryOperator.GreaterOrEqual => new(end, true, FeelNull.Instance, false, FeelRangeForm.Comparison),
        BinaryOperator.Equal => new(end, true, end, true, FeelRangeForm.Comparison),
        _ => new(end, true, end, true, FeelRangeForm.Exclusion),
    };

    protected override FeelValue Evaluate(FeelSession session, Env env) => Of(sign, endpoint.Run(session, env));
}

/// <summary><c>if c then a else b</c>: anything but true takes the second way.</summary>
internal sealed class IfNode(int start, int length, Node condition, Node then, Node otherwise) : Node(start, length)
{
    public override FeelType Type => TypeInference.Common([then.Type, otherwise.Type]);

    protected override FeelValue Evaluate(FeelSession session, Env env) =>
        (ReferenceEquals(condition.Run(session, env), FeelBoolean.True) ? then : otherwise).Run(session, env);
}

/// <summary><c>a.b</c>: an entry, a property, or that of every item of a list.</summary>
internal sealed class PathNode(int start, int length, Node source, string name) : Node(start, length)
{
    protected override FeelValue Evaluate(FeelSession session, Env env) => Get(session, source.Run(session, env));

    private FeelValue Get(FeelSession session, FeelValue value)
    {
        switch (value)
        {
            case FeelNull:
                return Warn(session, FeelMessage.NullMember(name));
            case FeelContext context:
                return context.TryGet(name, out var entry) ? entry : Warn(session, FeelMessage.NoMember(name, value));
            case FeelList list:
                return GetEach(session, list);
            default:
                return FeelProperties.Get(value, name) ?? Warn(session, FeelMessage.NoMember(name, value));
        }
    }

    private FeelValue GetEach(FeelSession session, FeelList list)
    {
        var values = new FeelValue[list.Items.Count];
        for (var i = 0; i < values.Length; i++)
        {
            if (!session.Step(Start, Length))
            {
                return FeelNull.Instance;
            }
            var item = list.Items[i];
            values[i] = item is FeelNull || (item is FeelContext context && !context.TryGet(name, out _)) ? FeelNull.Instance : Get(session, item);
        }
        return session.Sized(new FeelList(values), Start, Length);
    }
}

/// <summary><c>list[filter]</c>: a position, or a condition on each item (DMN 1.5 §10.3.2.5).</summary>
internal sealed class FilterNode(int start, int length, Node source, Node filter) : Node(start, length)
{
    protected override FeelValue Evaluate(FeelSession session, Env env)
    {
        var value = source.Run(session, env);
        if (value.IsNull)
        {
            return value;
        }
        var items = value is FeelList list ? list.Items : [value];
        if (filter.Constant is FeelNumber position)
        {
            return At(items, position);
        }
        if (items.Count == 0)
        {
            return filter.Run(session, env.Push(FeelNull.Instance)) is FeelNumber ? FeelNull.Instance : FeelList.Empty;
        }
        return Select(session, env, items);
    }

    private FeelValue Select(FeelSession session, Env env, IReadOnlyList<FeelValue> items)
    {
        var kept = new List<FeelValue>();
        for (var i = 0; i < items.Count; i++)
        {
            var verdict = filter.Run(session, env.Push(items[i]));
            if (i == 0 && verdict is FeelNumber position)
            {
                return At(items, position);
            }
            if (verdict is FeelBoolean { Value: true })
            {
                kept.Add(items[i]);
            }
            else if (verdict is not (FeelBoolean or FeelNull))
            {
                return Warn(session, FeelMessage.Filter(verdict));
            }
            if (session.IsStopped)
            {
                return FeelNull.Instance;
            }
        }
        return new FeelList(kept);
    }

    private static FeelValue At(IReadOnlyList<FeelValue> items, FeelNumber position)
    {
        if (!position.TryToInt64(out var index))
        {
            return FeelNull.Instance;
        }
        index = index < 0 ? items.Count + index : index - 1;
        return index >= 0 && index < items.Count ? items[(int)index] : FeelNull.Instance;
    }
}
