namespace Platform.Decisions.Feel;

/// <summary>What functions written in FEEL and functions of the host share: a fixed list of typed parameters.</summary>
internal abstract class DeclaredFunction(string name, IReadOnlyList<FeelParameter> parameters, FeelType result) : FeelFunction
{
    public override IReadOnlyList<FeelParameter> Parameters => parameters;

    public override FeelType.Function Type { get; } = new([.. parameters.Select(parameter => parameter.Type)], result);

    internal override string Label => name;

    internal override FeelValue CallNamed(in FeelCall call, IReadOnlyList<string> names, FeelValue[] arguments)
    {
        if (names.Count != parameters.Count)
        {
            return call.Warn(FeelMessage.Arguments(name));
        }
        var ordered = new FeelValue[parameters.Count];
        for (var i = 0; i < names.Count; i++)
        {
            var position = PositionOf(names[i]);
            if (position < 0 || ordered[position] is not null)
            {
                return call.Warn(FeelMessage.Arguments(name));
            }
            ordered[position] = arguments[i];
        }
        return Call(call, ordered);
    }

    internal override FeelValue Call(in FeelCall call, FeelValue[] arguments)
    {
        if (arguments.Length != parameters.Count)
        {
            return call.Warn(FeelMessage.Arguments(name));
        }
        for (var i = 0; i < arguments.Length; i++)
        {
            if (ReferenceEquals(parameters[i].Type, FeelType.Any))
            {
                continue;
            }
            if (!call.Session.SpendOn(arguments[i].Weight))
            {
                return FeelNull.Instance;
            }
            if (parameters[i].Type.Convert(arguments[i]) is not { } converted)
            {
                return call.Warn(FeelMessage.Argument(name, parameters[i].Name, arguments[i]));
            }
            arguments[i] = converted;
        }
        if (!call.Session.Enter(call.Start, call.Length))
        {
            return FeelNull.Instance;
        }
        var value = Run(call, arguments);
        call.Session.Leave();
        return ReferenceEquals(result, FeelType.Any) || !call.Session.SpendOn(value.Weight)
            ? value
            : result.Convert(value) ?? call.Warn(FeelMessage.Type(result, value));
    }

    protected abstract FeelValue Run(in FeelCall call, FeelValue[] arguments);

    private int PositionOf(string parameter)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Name == parameter)
            {
                return i;
            }
        }
        return -1;
    }
}

/// <summary>A function whose body is the host's.</summary>
internal sealed class NativeFunction(
    string name,
    IReadOnlyList<FeelParameter> parameters,
    FeelType result,
    Func<FeelSession, IReadOnlyList<FeelValue>, FeelValue> body) : DeclaredFunction(name, parameters, result)
{
    protected override FeelValue Run(in FeelCall call, FeelValue[] arguments) => body(call.Session, arguments);
}
