namespace Platform.Decisions.Feel;

/// <summary>
/// An expression of FEEL (DMN 1.5 §10.3), parsed once and evaluated often. Immutable and safe to share between threads.
/// </summary>
public sealed class FeelExpression
{
    private readonly Node _root;

    private FeelExpression(string text, Node root, IReadOnlySet<string> references)
    {
        Text = text;
        _root = root;
        References = references;
    }

    /// <summary>The text as it was given.</summary>
    public string Text { get; }

    /// <summary>The names it reads from outside: variables of the host, without built-in functions.</summary>
    public IReadOnlySet<string> References { get; }

    /// <summary>The value when it is a literal and needs no evaluation, otherwise null.</summary>
    public FeelValue? Constant => _root.Constant;

    /// <summary>Reads an expression. Never throws.</summary>
    /// <param name="text">The text; at most 200,000 characters.</param>
    /// <param name="knownNames">Names of variables in scope, needed where they hold spaces beside keywords, or operators.</param>
    public static FeelParseResult<FeelExpression> Parse(string text, IEnumerable<string>? knownNames = null) =>
        Parse(text, knownNames is null ? FeelParseOptions.Default : new FeelParseOptions { Names = [.. knownNames] });

    /// <summary>Reads an expression. Never throws.</summary>
    /// <param name="text">The text; at most 200,000 characters.</param>
    /// <param name="options">Names and types that it may refer to.</param>
    public static FeelParseResult<FeelExpression> Parse(string text, FeelParseOptions options)
    {
        var state = new ParserState(text, options);
        if (FeelReading.TooLong(text) is { } tooLong)
        {
            return new(null, [tooLong]);
        }
        var root = state.Expressions.Parse();
        return FeelReading.Finish(state) is { } error
            ? new(null, [error])
            : new(new FeelExpression(text, root, state.Names.References), []);
    }

    /// <summary>Computes the value. Never throws; what cannot be computed is null with a warning.</summary>
    /// <param name="scope">The variables.</param>
    /// <param name="options">Clock and budget; null for the defaults.</param>
    public FeelResult Evaluate(IFeelScope scope, FeelOptions? options = null)
    {
        var session = new FeelSession(options);
        var value = Evaluate(scope, session);
        return new FeelResult(value, session.Warnings);
    }

    /// <summary>Computes the value on the budget of <paramref name="session"/>, which also gets the warnings.</summary>
    /// <param name="scope">The variables.</param>
    /// <param name="session">Shared by everything that is evaluated for one answer.</param>
    public FeelValue Evaluate(IFeelScope scope, FeelSession session)
    {
        var value = _root.Run(session, new Env(scope, null, FeelNull.Instance));
        return session.IsStopped ? FeelNull.Instance : value;
    }
}
