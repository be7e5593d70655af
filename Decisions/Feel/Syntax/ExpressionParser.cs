namespace Platform.Decisions.Feel;

/// <summary>
/// Expressions with their operators, from the weakest to the strongest: or, and, comparisons, sums, products, powers,
/// the minus sign, <c>instance of</c> (DMN 1.5 §10.3.1.2 rules 1 to 56).
/// </summary>
internal sealed class ExpressionParser(ParserState state)
{
    private readonly Cursor _cursor = state.Cursor;

    public Node Parse()
    {
        if (!state.Enter())
        {
            state.Leave();
            return state.Nothing();
        }
        var node = TryTakeSign(out var sign, out var start) ? ComparisonRange(sign, start, ParseSum()) : ParseOr();
        state.Leave();
        return node;
    }

    /// <summary>An operand of a comparison.</summary>
    public Node ParseSum()
    {
        var left = ParseProduct();
        while (true)
        {
            var next = _cursor.Next;
            if (next is not ('+' or '-'))
            {
                return left;
            }
            _cursor.TryTake(next);
            left = Binary(next == '+' ? BinaryOperator.Add : BinaryOperator.Subtract, left, ParseProduct());
        }
    }

    /// <summary>Takes one of <c>&lt; &lt;= &gt; &gt;= = !=</c> when it is next.</summary>
    public bool TryTakeSign(out BinaryOperator sign, out int start)
    {
        _cursor.SkipSpace();
        start = _cursor.Position;
        var second = _cursor.Peek(1) == '=';
        (sign, var length) = _cursor.Peek(0) switch
        {
            '<' when second => (BinaryOperator.LessOrEqual, 2),
            '>' when second => (BinaryOperator.GreaterOrEqual, 2),
            '!' when second => (BinaryOperator.NotEqual, 2),
            '<' => (BinaryOperator.Less, 1),
            '>' => (BinaryOperator.Greater, 1),
            '=' => (BinaryOperator.Equal, 1),
            _ => (BinaryOperator.Equal, 0),
        };
        _cursor.MoveTo(start + length);
        return length > 0;
    }

    public Node ComparisonRange(BinaryOperator sign, int start, Node endpoint)
    {
        var length = _cursor.Position - start;
        return endpoint.Constant is { } constant
            ? new ConstantNode(start, length, ComparisonRangeNode.Of(sign, constant))
            : new ComparisonRangeNode(start, length, sign, endpoint);
    }

    private Node ParseOr()
    {
        var left = ParseAnd();
        while (_cursor.TryTakeWord("or"))
        {
            var right = ParseAnd();
            left = new LogicNode(left.Start, _cursor.Position - left.Start, isOr: true, left, right);
        }
        return left;
    }

    private Node ParseAnd()
    {
        var left = ParseComparison();
        while (_cursor.TryTakeWord("and"))
        {
            var right = ParseComparison();
            left = new LogicNode(left.Start, _cursor.Position - left.Start, isOr: false, left, right);
        }
        return left;
    }

    private Node ParseComparison()
    {
        var left = ParseSum();
        while (!_cursor.Failed)
        {
            if (_cursor.TryTakeWord("between"))
            {
                var low = ParseSum();
                _cursor.TakeWord("and");
                var high = ParseSum();
                left = new BetweenNode(left.Start, _cursor.Position - left.Start, left, low, high);
            }
            else if (_cursor.TryTakeWord("in"))
            {
                var tests = state.Tests.ParseAfterIn();
                left = new InNode(left.Start, _cursor.Position - left.Start, left, tests);
            }
            else if (TryTakeSign(out var sign, out _))
            {
                var right = ParseSum();
                left = new ComparisonNode(left.Start, _cursor.Position - left.Start, sign, left, right);
            }
            else
            {
                break;
            }
        }
        return left;
    }

    private Node ParseProduct()
    {
        var left = ParsePower();
        while (true)
        {
            var next = _cursor.Next;
            if (next is not ('*' or '/') || _cursor.Peek(1) == '*')
            {
                return left;
            }
            _cursor.TryTake(next);
            left = Binary(next == '*' ? BinaryOperator.Multiply : BinaryOperator.Divide, left, ParsePower());
        }
    }

    private Node ParsePower()
    {
        var left = ParseSigned();
        while (_cursor.TryTake("**"))
        {
            left = Binary(BinaryOperator.Power, left, ParseSigned());
        }
        return left;
    }

    private Node ParseSigned()
    {
        if (!_cursor.TryTake('-'))
        {
            return ParseInstanceOf();
        }
        var start = _cursor.Position - 1;
        if (!state.Enter())
        {
            state.Leave();
            return state.Nothing();
        }
        var operand = ParseSigned();
        state.Leave();
        var length = _cursor.Position - start;
        return operand.Constant is { } constant && FeelArithmetic.Negate(constant) is { } negated
            ? new ConstantNode(start, length, negated)
            : new NegateNode(start, length, operand);
    }

    private Node ParseInstanceOf()
    {
        var operand = state.Operands.Parse();
        while (_cursor.TryTakeWord("instance"))
        {
            _cursor.TakeWord("of");
            var typeStart = _cursor.Position;
            var type = state.Types.Parse(out var unknown);
            var length = _cursor.Position - operand.Start;
            operand = type is null
                ? new InvalidNode(typeStart, _cursor.Position - typeStart, FeelMessage.UnknownType(unknown))
                : new InstanceOfNode(operand.Start, length, operand, type);
        }
        return operand;
    }

    private ArithmeticNode Binary(BinaryOperator sign, Node left, Node right) =>
        new(left.Start, _cursor.Position - left.Start, sign, left, right);
}
