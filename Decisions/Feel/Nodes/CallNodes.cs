namespace Platform.Decisions.Feel;

/// <summary><c>f(a, b)</c>, or <c>f(x: a, y: b)</c> when <paramref name="names"/> are given.</summary>
/// <param name="start">Place in the text.</param>
/// <param name="length">Length in the text.</param>
/// <param name="target">What is called.</param>
/// <param name="arguments">The arguments in their order.</param>
/// <param name="names">The parameters' names in the same order; null for a call by position.</param>
internal sealed class CallNode(int start, int length, Node target, Node[] arguments, string[]? names) : Node(start, length)
{
    public override FeelType Type => (target as GlobalNode)?.Builtin?.Type.Result ?? FeelType.Any;

    protected override FeelValue Evaluate(FeelSession session, Env env)
    {
        var callee = (target as GlobalNode)?.FindFunction(env) ?? Target(session, env);
        if (callee is not FeelFunction function)
        {
            // A name that nothing has was reported as such.
            return callee.IsNull && target is GlobalNode ? callee : Warn(session, FeelMessage.NotCallable(callee));
        }
        var values = new FeelValue[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i].Run(session, env);
        }
        var call = new FeelCall(session, Start, Length);
        return names is null ? function.Call(call, values) : function.CallNamed(call, names, values);
    }

    private FeelValue Target(FeelSession session, Env env) => target is GlobalNode unknown
        ? session.Warn(unknown.Start, unknown.Length, FeelMessage.UnknownFunction(unknown.Name))
        : target.Run(session, env);
}

/// <summary><c>function(a, b) e</c>.</summary>
internal sealed class FunctionNode(int start, int length, IReadOnlyList<FeelParameter> parameters, Node body, FeelType result) : Node(start, length)
{
    public override FeelType Type => new FeelType.Function([.. parameters.Select(parameter => parameter.Type)], result);

    protected override FeelValue Evaluate(FeelSession session, Env env) => new LambdaFunction(parameters, body, result, env);
}

/// <summary>A function written in FEEL, with the variables that were visible where it was written.</summary>
internal sealed class LambdaFunction(IReadOnlyList<FeelParameter> parameters, Node body, FeelType result, Env env)
    : DeclaredFunction("function", parameters, result)
{
    protected override FeelValue Run(in FeelCall call, FeelValue[] arguments)
    {
        var inner = env;
        foreach (var argument in arguments)
        {
            inner = inner.Push(argument);
        }
        return body.Run(call.Session, inner);
    }
}
