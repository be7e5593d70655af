using Platform.Decisions.Dmn.Execution;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Dmn.Boxes;

/// <summary>A boxed function (DMN 1.5 §10.2.1.7).</summary>
/// <param name="where">The element that it belongs to.</param>
/// <param name="type">Type of the function value.</param>
/// <param name="parameters">Parameters in order.</param>
/// <param name="body">The body.</param>
internal sealed class FunctionBox(string where, FeelType? type, IReadOnlyList<FeelParameter> parameters, BoxNode body)
    : BoxNode(where, type)
{
    internal IReadOnlyList<FeelParameter> Parameters => parameters;

    /// <summary>Type of what the body gives; null means <c>Any</c>.</summary>
    internal FeelType? BodyType => body.Type;

    /// <summary>The function value. Its scope is opened when it is called.</summary>
    internal FeelFunction Function(string name, Func<RunScope> scope, DecisionRun run, FeelType? result) =>
        FeelFunction.Of(name, parameters, result ?? body.Type ?? FeelType.Any, (_, arguments) => Call(scope(), arguments, run));

    protected override FeelValue Compute(RunScope scope, DecisionRun run) => Function(Where, () => scope, run, null);

    private FeelValue Call(RunScope scope, IReadOnlyList<FeelValue> arguments, DecisionRun run)
    {
        var inner = new RunScope(scope, parameters.Count);
        for (var i = 0; i < parameters.Count; i++)
        {
            inner.Add(parameters[i].Name, arguments[i]);
        }

        return body.Evaluate(inner, run);
    }
}

/// <summary>A boxed call (DMN 1.5 §10.2.1.3).</summary>
/// <param name="where">The element that it belongs to.</param>
/// <param name="type">Type of the result.</param>
/// <param name="callee">Expression that gives the function.</param>
/// <param name="arguments">Arguments by parameter name.</param>
internal sealed class InvocationBox(
    string where, FeelType? type, BoxNode callee, IReadOnlyList<(string Name, FeelType? Type, BoxNode Value)> arguments)
    : BoxNode(where, type)
{
    protected override FeelValue Compute(RunScope scope, DecisionRun run)
    {
        if (callee.Evaluate(scope, run) is not FeelFunction function)
        {
            run.Warn("dmn.no-function", Where, "要调用的函数不存在", "there is no such function to call");
            return FeelValue.Null;
        }

        var values = new FeelValue[function.Parameters.Count];
        Array.Fill(values, FeelValue.Null);
        foreach (var (name, valueType, value) in arguments)
        {
            var position = Position(function.Parameters, name);
            if (position < 0)
            {
                run.Warn("dmn.unknown-parameter", Where, $"函数没有名为“{name}”的参数", $"the function has no parameter '{name}'");
                return FeelValue.Null;
            }

            values[position] = run.Coerce(value.Evaluate(scope, run), valueType, name);
        }

        var outer = run.Enter(Where);
        var result = function.Invoke(run.Session, values);
        run.Leave(outer);
        return result;
    }

    private static int Position(IReadOnlyList<FeelParameter> parameters, string name)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}
