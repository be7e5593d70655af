using System.Buffers;

namespace Platform.Decisions.Feel;

/// <summary>Lists, ranges, contexts, parentheses, and the forms that begin with a word: if, for, some, every, function.</summary>
internal sealed class BoxParser(ParserState state)
{
    private static readonly SearchValues<char> KeyEnds = SearchValues.Create(":,{}[]\"");

    private readonly Cursor _cursor = state.Cursor;

    /// <summary><c>[…]</c> or <c>]a..b]</c>.</summary>
    public Node ParseListOrRange()
    {
        var opening = _cursor.Next;
        var start = _cursor.Position;
        _cursor.TryTake(opening);
        var items = new List<Node>();
        while (!_cursor.Failed && (opening == ']' || !_cursor.TryTake(']')))
        {
            if (items.Count > 0)
            {
                _cursor.Take(',');
            }
            items.Add(state.Expressions.Parse());
            if (items.Count == 1 && _cursor.TryTake(".."))
            {
                return state.Operands.ParseRangeEnd(start, opening == '[', items[0]);
            }
            if (opening == ']')
            {
                _cursor.FailHere(FeelMessage.Expected(".."));
            }
        }
        var length = _cursor.Position - start;
        return items.TrueForAll(item => item.Constant is not null)
            ? new ConstantNode(start, length, new FeelList([.. items.Select(item => item.Constant!)]))
            : new ListNode(start, length, [.. items]);
    }

    /// <summary><c>(e)</c> or <c>(a..b)</c>.</summary>
    public Node ParseParenthesis()
    {
        _cursor.SkipSpace();
        var start = _cursor.Position;
        _cursor.Take('(');
        var inner = state.Expressions.Parse();
        if (_cursor.TryTake(".."))
        {
            return state.Operands.ParseRangeEnd(start, fromIncluded: false, inner);
        }
        _cursor.Take(')');
        return inner;
    }

    /// <summary><c>{a: 1, "b c": 2}</c>.</summary>
    public Node ParseContext()
    {
        _cursor.SkipSpace();
        var start = _cursor.Position;
        _cursor.Take('{');
        var entries = new List<KeyValuePair<string, Node>>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        string? twice = null;
        while (!_cursor.Failed && !_cursor.TryTake('}'))
        {
            if (entries.Count > 0)
            {
                _cursor.Take(',');
            }
            var key = ParseKey();
            _cursor.Take(':');
            var value = state.Expressions.Parse();
            twice ??= keys.Add(key) ? null : key;
            entries.Add(new(key, value));
            state.Names.Push(new Binder(key, BinderKind.Variable));
            state.Names.AddMember(key);
        }
        state.Names.Pop(entries.Count);
        var length = _cursor.Position - start;
        return twice is null
            ? new ContextNode(start, length, [.. entries])
            : new InvalidNode(start, length, FeelMessage.DuplicateKey(twice));
    }

    /// <summary>A form that begins with a word; null when none does.</summary>
    public Node? ParseControl()
    {
        var start = _cursor.Position;
        if (_cursor.TryTakeWord("if"))
        {
            return ParseIf(start);
        }
        if (_cursor.TryTakeWord("for"))
        {
            return ParseFor(start);
        }
        if (_cursor.TryTakeWord("some"))
        {
            return ParseQuantified(start, isSome: true);
        }
        if (_cursor.TryTakeWord("every"))
        {
            return ParseQuantified(start, isSome: false);
        }
        return _cursor.TryTakeWord("function") ? ParseFunction(start) : null;
    }

    private IfNode ParseIf(int start)
    {
        var condition = state.Expressions.Parse();
        _cursor.TakeWord("then");
        var then = state.Expressions.Parse();
        _cursor.TakeWord("else");
        var otherwise = state.Expressions.Parse();
        return new IfNode(start, _cursor.Position - start, condition, then, otherwise);
    }

    private ForNode ParseFor(int start)
    {
        var partial = new Binder("partial", BinderKind.Variable);
        state.Names.Push(partial);
        var iterators = ParseIterators();
        _cursor.TakeWord("return");
        var body = state.Expressions.Parse();
        state.Names.Pop(iterators.Length + 1);
        return new ForNode(start, _cursor.Position - start, iterators, body, partial.Used);
    }

    private QuantifiedNode ParseQuantified(int start, bool isSome)
    {
        var iterators = ParseIterators();
        _cursor.TakeWord("satisfies");
        var condition = state.Expressions.Parse();
        state.Names.Pop(iterators.Length);
        return new QuantifiedNode(start, _cursor.Position - start, isSome, iterators, condition);
    }

    /// <summary><c>x in xs, y in 1..n</c>; leaves one binder for each.</summary>
    private Iterator[] ParseIterators()
    {
        var iterators = new List<Iterator>();
        do
        {
            var name = ParseLoopVariable();
            _cursor.TakeWord("in");
            var from = state.Expressions.Parse();
            var to = _cursor.TryTake("..") ? state.Expressions.Parse() : null;
            iterators.Add(new Iterator(from, to));
            state.Names.Push(new Binder(name, BinderKind.Variable));
        }
        while (_cursor.TryTake(','));
        return [.. iterators];
    }

    /// <summary>Everything up to the word <c>in</c>.</summary>
    private string ParseLoopVariable()
    {
        _cursor.SkipSpace();
        var start = _cursor.Position;
        var end = start;
        while (end < _cursor.Text.Length)
        {
            var word = _cursor.WordLength(end);
            if (end > start && _cursor.Text.AsSpan(end, word) is "in" or "return" or "satisfies")
            {
                break;
            }
            end += Math.Max(1, word);
        }
        return TakeName(start, end);
    }

    /// <summary>A context's key: a text, or everything up to the colon.</summary>
    private string ParseKey()
    {
        if (_cursor.Next == '"')
        {
            return state.Operands.ParseText();
        }
        var start = _cursor.Position;
        var length = _cursor.Text.AsSpan(start).IndexOfAny(KeyEnds);
        return TakeName(start, length < 0 ? _cursor.Text.Length : start + length);
    }

    private string TakeName(int start, int end)
    {
        var name = end > start ? FeelNames.Normalize(_cursor.Text.AsSpan(start, end - start)) : "";
        if (name.Length == 0 || !FeelNames.IsStart(name[0]))
        {
            _cursor.FailHere(FeelMessage.Syntax("此处应为名称。", "A name is expected here."));
            return "";
        }
        _cursor.MoveTo(end);
        return name;
    }

    /// <summary><c>function(a: number, b) e</c>; an external body is read over and refused when called.</summary>
    private Node ParseFunction(int start)
    {
        var parameters = new List<FeelParameter>();
        string? unknownType = null;
        _cursor.Take('(');
        while (!_cursor.Failed && !_cursor.TryTake(')'))
        {
            if (parameters.Count > 0)
            {
                _cursor.Take(',');
            }
            _cursor.SkipSpace();
            var from = _cursor.Position;
            var length = _cursor.Text.AsSpan(from).IndexOfAny(",:)");
            var name = TakeName(from, length < 0 ? _cursor.Text.Length : from + length);
            var type = FeelType.Any;
            if (_cursor.TryTake(':'))
            {
                type = state.Types.Parse(out var written);
                unknownType ??= type is null ? written : null;
            }
            parameters.Add(new FeelParameter(name, type ?? FeelType.Any));
        }
        var isExternal = _cursor.TryTakeWord("external");
        foreach (var parameter in parameters)
        {
            state.Names.Push(new Binder(parameter.Name, BinderKind.Variable, parameter.Type));
        }
        var body = state.Expressions.Parse();
        state.Names.Pop(parameters.Count);
        var span = _cursor.Position - start;
        if (unknownType is not null)
        {
            return new InvalidNode(start, span, FeelMessage.UnknownType(unknownType));
        }
        return new FunctionNode(
            start, span, parameters, isExternal ? new InvalidNode(start, span, FeelMessage.External()) : body, isExternal ? FeelType.Any : body.Type);
    }
}
