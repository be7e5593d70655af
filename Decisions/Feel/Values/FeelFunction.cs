using System.Text;

namespace Platform.Decisions.Feel;

/// <summary>A function: built in, written in FEEL, or supplied by the host.</summary>
public abstract class FeelFunction : FeelValue
{
    private protected FeelFunction()
    {
    }

    /// <summary>The parameters in order; for a built-in function those of its first form.</summary>
    public abstract IReadOnlyList<FeelParameter> Parameters { get; }

    /// <summary>The type that <c>instance of</c> sees.</summary>
    public abstract FeelType.Function Type { get; }

    /// <inheritdoc/>
    public override string TypeName => "function";

    internal override FeelKind Kind => FeelKind.Function;

    internal abstract string Label { get; }

    /// <summary>A function whose body is the host's. The body must not throw and should honour the session's budget.</summary>
    /// <param name="name">What warnings call it.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="result">The type of what it returns; other values become null.</param>
    /// <param name="body">Gets the session and one converted argument for every parameter.</param>
    public static FeelFunction Of(
        string name,
        IReadOnlyList<FeelParameter> parameters,
        FeelType result,
        Func<FeelSession, IReadOnlyList<FeelValue>, FeelValue> body) => new NativeFunction(name, parameters, result, body);

    /// <summary>Calls the function by position.</summary>
    /// <param name="session">Budget and warnings.</param>
    /// <param name="arguments">The arguments in order.</param>
    /// <returns>The result; null with a warning when the arguments do not fit.</returns>
    public FeelValue Invoke(FeelSession session, IReadOnlyList<FeelValue> arguments) =>
        Call(new FeelCall(session, 0, 0), [.. arguments]);

    internal abstract FeelValue Call(in FeelCall call, FeelValue[] arguments);

    internal abstract FeelValue CallNamed(in FeelCall call, IReadOnlyList<string> names, FeelValue[] arguments);

    /// <inheritdoc/>
    public override bool Equals(FeelValue? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Parameters.Count;

    internal override void Write(StringBuilder text, bool literal) =>
        text.Append("function(").AppendJoin(", ", Parameters.Select(parameter => parameter.Name)).Append(')');
}
