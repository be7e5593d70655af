using Platform.Decisions.Dmn.Execution;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Dmn.Boxes;

/// <summary>A boxed expression, ready to be evaluated. Shared by all runs; never changes.</summary>
/// <param name="where">What warnings call it: the element that it belongs to.</param>
/// <param name="type">Type that the value is coerced to; null means <c>Any</c>.</param>
internal abstract class BoxNode(string where, FeelType? type)
{
    internal string Where => where;

    internal FeelType? Type => type;

    internal FeelValue Evaluate(RunScope scope, DecisionRun run)
    {
        // Boxes cost steps as nodes of expressions do: loops over boxes alone must end as well.
        if (!run.Session.Step(0, 0))
        {
            return FeelValue.Null;
        }

        var value = Compute(scope, run);
        return type is null ? value : run.Coerce(value, type, where);
    }

    protected abstract FeelValue Compute(RunScope scope, DecisionRun run);
}

/// <summary>An empty box.</summary>
internal sealed class EmptyBox(string where) : BoxNode(where, null)
{
    protected override FeelValue Compute(RunScope scope, DecisionRun run) => FeelValue.Null;
}

/// <summary>A literal whose value does not depend on anything.</summary>
internal sealed class ConstantBox(string where, FeelType? type, FeelValue value) : BoxNode(where, type)
{
    internal FeelValue Value => value;

    protected override FeelValue Compute(RunScope scope, DecisionRun run) => value;
}

/// <summary>A FEEL expression.</summary>
internal sealed class LiteralBox(string where, FeelType? type, FeelExpression expression) : BoxNode(where, type)
{
    internal FeelExpression Expression => expression;

    protected override FeelValue Compute(RunScope scope, DecisionRun run)
    {
        var outer = run.Enter(Where);
        var value = expression.Evaluate(scope, run.Session);
        run.Leave(outer);
        return value;
    }
}

/// <summary>A box within a box that names a type of its own.</summary>
internal sealed class TypedBox(string where, FeelType type, BoxNode box) : BoxNode(where, type)
{
    protected override FeelValue Compute(RunScope scope, DecisionRun run) => box.Evaluate(scope, run);
}

/// <summary>An expression that cannot be evaluated; it says so each time.</summary>
internal sealed class RefusedBox(string where, string code, string chinese, string english) : BoxNode(where, null)
{
    protected override FeelValue Compute(RunScope scope, DecisionRun run)
    {
        run.Warn(code, Where, chinese, english);
        return FeelValue.Null;
    }
}
