namespace Platform.Decisions.Feel;

/// <summary>Computes at reading time what cannot change: <c>date("2026-11-22")</c> is as constant as a literal.</summary>
internal static class ConstantFolding
{
    private static readonly HashSet<string> Conversions = new(StringComparer.Ordinal)
    {
        "date", "time", "date and time", "duration", "years and months duration",
    };

    /// <summary>The result of a conversion of constants; null when the call must wait for its evaluation.</summary>
    public static Node? Call(Node target, Node[] arguments, List<string>? names)
    {
        if (target is not GlobalNode { Builtin: { } builtin } function || names is not null
            || !Conversions.Contains(function.Name) || !Array.TrueForAll(arguments, argument => argument.Constant is not null))
        {
            return null;
        }
        var session = new FeelSession();
        var value = builtin.Call(new FeelCall(session, 0, 0), [.. arguments.Select(argument => argument.Constant!)]);
        return session.Warnings.Count == 0 && !value.IsNull ? new FoldedCallNode(function, value) : null;
    }
}

/// <summary>A call whose result is known, unless the host's scope has a function of the same name.</summary>
internal sealed class FoldedCallNode(GlobalNode function, FeelValue value) : Node(function.Start, function.Length)
{
    public override FeelValue Constant => value;

    protected override FeelValue Evaluate(FeelSession session, Env env) => value;
}
