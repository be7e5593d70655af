using System.Runtime.CompilerServices;

namespace Platform.Decisions.Feel;

/// <summary>A parsed expression, ready to run: names are resolved and constants computed. Immutable after parsing.</summary>
internal abstract class Node(int start, int length)
{
    public int Start { get; } = start;

    public int Length { get; } = length;

    /// <summary>The value when it needs no evaluation, otherwise null.</summary>
    public virtual FeelValue? Constant => null;

    /// <summary>The value's type as far as it shows without running; <c>instance of function&lt;…&gt;</c> asks for it.</summary>
    public virtual FeelType Type => FeelType.Any;

    /// <summary>Evaluates and counts one step; null without a further word once the budget is used up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FeelValue Run(FeelSession session, Env env) =>
        session.Step(Start, Length) ? Evaluate(session, env) : FeelNull.Instance;

    protected abstract FeelValue Evaluate(FeelSession session, Env env);

    protected FeelValue Warn(FeelSession session, in FeelMessage message) => session.Warn(Start, Length, message);
}

/// <summary>The variables that an expression itself introduced, innermost first, in front of the host's scope.</summary>
internal sealed class Env(IFeelScope scope, Env? parent, FeelValue value)
{
    public IFeelScope Scope { get; } = scope;

    public Env? Parent { get; } = parent;

    /// <summary>Changes only for <c>partial</c>, between the rounds of a loop.</summary>
    public FeelValue Value { get; set; } = value;

    public Env Push(FeelValue next) => new(Scope, this, next);
}

/// <summary>A literal.</summary>
internal sealed class ConstantNode(int start, int length, FeelValue value) : Node(start, length)
{
    public override FeelValue Constant => value;

    public override FeelType Type => TypeInference.Of(value);

    protected override FeelValue Evaluate(FeelSession session, Env env) => value;
}

/// <summary>Something that reads well but has no value, such as a date that does not exist.</summary>
internal sealed class InvalidNode(int start, int length, FeelMessage message) : Node(start, length)
{
    protected override FeelValue Evaluate(FeelSession session, Env env) => Warn(session, message);
}

/// <summary>A variable of the expression itself, so many steps outwards.</summary>
internal sealed class LocalNode(int start, int length, int hops, FeelType type) : Node(start, length)
{
    public override FeelType Type => type;

    protected override FeelValue Evaluate(FeelSession session, Env env) => At(env, hops).Value;

    public static Env At(Env env, int hops)
    {
        for (; hops > 0; hops--)
        {
            env = env.Parent!;
        }
        return env;
    }
}

/// <summary>A name within filters: an entry of the items being filtered, innermost filter first, or else what is outside.</summary>
internal sealed class ItemMemberNode(int start, int length, string name, int[] filters, Node outside) : Node(start, length)
{
    protected override FeelValue Evaluate(FeelSession session, Env env)
    {
        foreach (var hops in filters)
        {
            if (LocalNode.At(env, hops).Value is FeelContext context && context.TryGet(name, out var value))
            {
                return value;
            }
        }
        return outside.Run(session, env);
    }
}

/// <summary>A variable of the host's scope, or else a built-in function.</summary>
/// <param name="start">Place in the text.</param>
/// <param name="length">Length in the text.</param>
/// <param name="name">The name in normal form.</param>
/// <param name="builtin">The built-in function of this name, if any.</param>
/// <param name="quiet">Within a filter a missing name is an entry that this item does not have: no warning.</param>
internal sealed class GlobalNode(int start, int length, string name, FeelFunction? builtin, bool quiet) : Node(start, length)
{
    public string Name => name;

    public FeelFunction? Builtin => builtin;

    /// <summary>The function to call by this name: one of the scope, or else the built-in one.</summary>
    public FeelValue? FindFunction(Env env) => env.Scope.TryGet(name, out var value) && (value is FeelFunction || builtin is null) ? value : builtin;

    protected override FeelValue Evaluate(FeelSession session, Env env)
    {
        if (env.Scope.TryGet(name, out var value))
        {
            return value;
        }
        if (builtin is not null)
        {
            return builtin;
        }
        return quiet ? FeelNull.Instance : Warn(session, FeelMessage.UnknownName(name));
    }
}
