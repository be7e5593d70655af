namespace Platform.Decisions.Feel;

/// <summary>Unary tests: the cells of decision tables, allowed values, and what follows <c>in</c> (DMN 1.5 §10.3.1.2 rules 7 to 17).</summary>
internal sealed class TestParser(ParserState state)
{
    private readonly Cursor _cursor = state.Cursor;

    /// <summary>The tests after <c>in</c>: one, or several between parentheses.</summary>
    public Node[] ParseAfterIn()
    {
        if (_cursor.Next != '(')
        {
            return [ParseOne(inComparison: true)];
        }
        var start = _cursor.Position;
        _cursor.Take('(');
        var tests = new List<Node>();
        do
        {
            tests.Add(ParseOne(inComparison: false));
            if (tests.Count == 1 && _cursor.TryTake(".."))
            {
                return [state.Operands.ParseRangeEnd(start, fromIncluded: false, tests[0])];
            }
        }
        while (_cursor.TryTake(','));
        _cursor.Take(')');
        return [.. tests];
    }

    /// <summary>A whole text of unary tests; notes for each whether it reads <c>?</c>.</summary>
    public (bool Negated, Node[] Tests) ParseAll(Binder input, List<bool> readsInput)
    {
        if (_cursor.Next == '-' && _cursor.AfterSpace(_cursor.Position + 1) >= _cursor.Text.Length)
        {
            _cursor.TryTake('-');
            return (false, []);
        }
        var start = _cursor.Position;
        if (_cursor.TryTakeWord("not") && _cursor.TryTake('('))
        {
            var negated = ParseList(input, readsInput);
            _cursor.Take(')');
            if (_cursor.AtEnd && !_cursor.Failed)
            {
                return (true, negated);
            }
        }
        _cursor.MoveTo(start);
        readsInput.Clear();
        return (false, ParseList(input, readsInput));
    }

    private Node[] ParseList(Binder input, List<bool> readsInput)
    {
        var tests = new List<Node>();
        do
        {
            input.Used = false;
            tests.Add(ParseOne(inComparison: false));
            readsInput.Add(input.Used);
        }
        while (_cursor.TryTake(','));
        return [.. tests];
    }

    /// <summary>A comparison such as <c>&lt; 10</c>, or an expression. After <c>in</c> it ends before the next comparison or <c>and</c>.</summary>
    private Node ParseOne(bool inComparison)
    {
        if (state.Expressions.TryTakeSign(out var sign, out var start))
        {
            return state.Expressions.ComparisonRange(sign, start, state.Expressions.ParseSum());
        }
        return inComparison ? state.Expressions.ParseSum() : state.Expressions.Parse();
    }
}
