namespace Platform.Decisions.Feel;

/// <summary>What a loop variable runs over: a value, or from one value to another when <see cref="To"/> is given.</summary>
internal sealed record Iterator(Node From, Node? To)
{
    /// <summary>The values in their order; null with a warning when there is nothing to run over.</summary>
    public IReadOnlyList<FeelValue>? Values(FeelSession session, Env env)
    {
        var from = From.Run(session, env);
        if (To is null)
        {
            var values = from switch
            {
                FeelList list => list.Items,
                FeelRange range => Sequence.Of(range),
                FeelNull => null,
                _ => [from],
            };
            return values ?? Nothing(session, from);
        }
        var to = To.Run(session, env);
        return Sequence.Between(from, to) ?? Nothing(session, from.IsNull ? to : from);
    }

    private IReadOnlyList<FeelValue>? Nothing(FeelSession session, FeelValue value)
    {
        session.Warn(From.Start, From.Length, FeelMessage.Iteration(value));
        return null;
    }
}

/// <summary><c>for x in xs, y in ys return e</c>; <c>partial</c> is what was returned so far.</summary>
/// <param name="start">Place in the text.</param>
/// <param name="length">Length in the text.</param>
/// <param name="iterators">What the variables run over, outermost first.</param>
/// <param name="body">What each round returns.</param>
/// <param name="usesPartial">Whether the body reads <c>partial</c>.</param>
internal sealed class ForNode(int start, int length, Iterator[] iterators, Node body, bool usesPartial) : Node(start, length)
{
    public override FeelType Type => new FeelType.List(body.Type);

    protected override FeelValue Evaluate(FeelSession session, Env env)
    {
        var results = new Results();
        var outer = env.Push(FeelList.Empty);
        if (!Loop(session, outer, outer, 0, results) || session.IsStopped)
        {
            return FeelNull.Instance;
        }
        return session.Sized(results.ToList(), Start, Length);
    }

    private bool Loop(FeelSession session, Env partial, Env env, int level, Results results)
    {
        if (iterators[level].Values(session, env) is not { } values)
        {
            return false;
        }
        if (values.Count > session.CollectionSize)
        {
            Warn(session, FeelMessage.Size());
            return false;
        }
        for (var i = 0; i < values.Count; i++)
        {
            var inner = env.Push(values[i]);
            if (level + 1 < iterators.Length)
            {
                if (!Loop(session, partial, inner, level + 1, results))
                {
                    return false;
                }
                continue;
            }
            if (usesPartial)
            {
                partial.Value = results.ToList();
            }
            results.Add(body.Run(session, inner));
            if (session.IsStopped)
            {
                return false;
            }
            if (results.Count > session.CollectionSize || results.Weight > session.LargestWeight)
            {
                Warn(session, FeelMessage.Size());
                return false;
            }
        }
        return true;
    }

    /// <summary>A growing list that can be looked at between the rounds without copying it.</summary>
    private sealed class Results
    {
        private readonly List<FeelValue> _items = [];
        private long _weight = 1;
        private int _height;

        public int Count => _items.Count;

        public long Weight => _weight;

        public void Add(FeelValue item)
        {
            _items.Add(item);
            _weight += item.Weight;
            _height = Math.Max(_height, item.Height);
        }

        public FeelList ToList() =>
            new(new Prefix<FeelValue>(_items, _items.Count), (int)Math.Min(_weight, int.MaxValue), _height + 1);
    }
}

/// <summary><c>some … satisfies</c> and <c>every … satisfies</c>, three-valued like <c>any()</c> and <c>all()</c>.</summary>
internal sealed class QuantifiedNode(int start, int length, bool isSome, Iterator[] iterators, Node condition) : Node(start, length)
{
    public override FeelType Type => FeelType.Boolean;

    protected override FeelValue Evaluate(FeelSession session, Env env)
    {
        var unknown = false;
        return Loop(session, env, 0, ref unknown) switch
        {
            true => FeelBoolean.Of(isSome),
            null => FeelNull.Instance,
            _ => unknown ? FeelNull.Instance : FeelBoolean.Of(!isSome),
        };
    }

    /// <summary>True when a round decided the answer, false when none did, null when the loop cannot run.</summary>
    private bool? Loop(FeelSession session, Env env, int level, ref bool unknown)
    {
        if (iterators[level].Values(session, env) is not { } values)
        {
            return null;
        }
        for (var i = 0; i < values.Count; i++)
        {
            var inner = env.Push(values[i]);
            bool? decided;
            if (level + 1 < iterators.Length)
            {
                decided = Loop(session, inner, level + 1, ref unknown);
            }
            else
            {
                var verdict = condition.Run(session, inner);
                decided = verdict is FeelBoolean known && known.Value == isSome;
                unknown |= verdict is not FeelBoolean;
            }
            if (session.IsStopped)
            {
                return null;
            }
            if (decided != false)
            {
                return decided;
            }
        }
        return false;
    }
}
