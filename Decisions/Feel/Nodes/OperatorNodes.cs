namespace Platform.Decisions.Feel;

/// <summary>The binary operators on values.</summary>
internal enum BinaryOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>Plus, minus, times, divided by, to the power of.</summary>
internal sealed class ArithmeticNode(int start, int length, BinaryOperator sign, Node left, Node right) : Node(start, length)
{
    /// <summary>Computed at once: a sum of a thousand terms is a thousand levels deep.</summary>
    public override FeelType Type { get; } = TypeInference.Arithmetic(sign, left.Type, right.Type);

    protected override FeelValue Evaluate(FeelSession session, Env env)
    {
        var a = left.Run(session, env);
        var b = right.Run(session, env);
        return FeelArithmetic.Apply(new FeelCall(session, Start, Length), sign, a, b);
    }
}

/// <summary>The minus sign before a value.</summary>
internal sealed class NegateNode(int start, int length, Node operand) : Node(start, length)
{
    public override FeelType Type => operand.Type;

    protected override FeelValue Evaluate(FeelSession session, Env env)
    {
        var value = operand.Run(session, env);
        return FeelArithmetic.Negate(value) ?? Warn(session, FeelMessage.Operands("-", FeelNull.Instance, value));
    }
}

/// <summary>Equal, unequal, and the four orders.</summary>
internal sealed class ComparisonNode(int start, int length, BinaryOperator sign, Node left, Node right) : Node(start, length)
{
    public override FeelType Type => FeelType.Boolean;

    protected override FeelValue Evaluate(FeelSession session, Env env)
    {
        var a = left.Run(session, env);
        var b = right.Run(session, env);
        if (sign is BinaryOperator.Equal or BinaryOperator.NotEqual)
        {
            if (!session.SpendOn(Math.Min(a.Weight, b.Weight)))
            {
                return FeelNull.Instance;
            }
            return FeelComparison.AreEqual(a, b) is { } equal
                ? FeelBoolean.Of(equal == (sign == BinaryOperator.Equal))
                : Warn(session, FeelMessage.Operands(FeelArithmetic.Sign(sign), a, b));
        }
        if (FeelComparison.Compare(a, b) is not { } order)
        {
            var name = FeelArithmetic.Sign(sign);
            return Warn(session, a.IsNull || b.IsNull ? FeelMessage.NullOperand(name) : FeelMessage.Operands(name, a, b));
        }
        return FeelBoolean.Of(sign switch
        {
            BinaryOperator.Less => order < 0,
            BinaryOperator.LessOrEqual => order <= 0,
            BinaryOperator.Greater => order > 0,
            _ => order >= 0,
        });
    }
}

/// <summary>Three-valued <c>and</c> and <c>or</c> (DMN 1.5 table 50): what is no boolean counts as unknown.</summary>
internal sealed class LogicNode(int start, int length, bool isOr, Node left, Node right) : Node(start, length)
{
    public override FeelType Type => FeelType.Boolean;

    protected override FeelValue Evaluate(FeelSession session, Env env)
    {
        var a = left.Run(session, env);
        // True decides an "or", false an "and".
        if (a is FeelBoolean first && first.Value == isOr)
        {
            return a;
        }
        var b = right.Run(session, env);
        if (b is FeelBoolean second && second.Value == isOr)
        {
            return b;
        }
        return a is FeelBoolean && b is FeelBoolean ? FeelBoolean.Of(!isOr) : FeelNull.Instance;
    }
}

/// <summary><c>x between a and b</c>, both ends included.</summary>
internal sealed class BetweenNode(int start, int length, Node operand, Node low, Node high) : Node(start, length)
{
    public override FeelType Type => FeelType.Boolean;

    protected override FeelValue Evaluate(FeelSession session, Env env)
    {
        var value = operand.Run(session, env);
        var from = low.Run(session, env);
        var to = high.Run(session, env);
        var above = FeelComparison.Compare(value, from) >= 0;
        var below = FeelComparison.Compare(value, to) <= 0;
        if (FeelComparison.Compare(value, from) is null || FeelComparison.Compare(value, to) is null)
        {
            var hasNull = value.IsNull || from.IsNull || to.IsNull;
            return Warn(session, hasNull ? FeelMessage.NullOperand("between") : FeelMessage.Operands("between", value, from));
        }
        return FeelBoolean.Of(above && below);
    }
}

/// <summary><c>x in tests</c>.</summary>
internal sealed class InNode(int start, int length, Node operand, Node[] tests) : Node(start, length)
{
    public override FeelType Type => FeelType.Boolean;

    protected override FeelValue Evaluate(FeelSession session, Env env)
    {
        var value = operand.Run(session, env);
        FeelValue? unknown = null;
        foreach (var test in tests)
        {
            var candidates = test.Run(session, env);
            if (!session.SpendOn(candidates.Weight))
            {
                return FeelNull.Instance;
            }
            switch (FeelComparison.IsIn(value, candidates))
            {
                case true:
                    return FeelBoolean.True;
                case null:
                    unknown ??= candidates;
                    break;
                default:
                    break;
            }
        }
        return unknown is null
            ? FeelBoolean.False
            : Warn(session, value.IsNull ? FeelMessage.NullOperand("in") : FeelMessage.Operands("in", value, unknown));
    }
}

/// <summary><c>x instance of type</c>.</summary>
internal sealed class InstanceOfNode(int start, int length, Node operand, FeelType type) : Node(start, length)
{
    public override FeelType Type => FeelType.Boolean;

    protected override FeelValue Evaluate(FeelSession session, Env env)
    {
        var value = operand.Run(session, env);
        return session.SpendOn(value.Weight) ? FeelBoolean.Of(type.Contains(value)) : FeelNull.Instance;
    }
}
