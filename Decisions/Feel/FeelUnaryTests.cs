namespace Platform.Decisions.Feel;

/// <summary>
/// Unary tests: what an input of a decision table, or an allowed value, is held against (DMN 1.5 §10.3.1.2 rule 17,
/// semantics §10.3.2.7). Parsed once and tested often; immutable and safe to share between threads.
/// </summary>
public sealed class FeelUnaryTests
{
    private readonly Node[] _tests;
    private readonly bool[] _readsInput;

    private FeelUnaryTests(string text, bool isNegated, Node[] tests, bool[] readsInput, IReadOnlySet<string> references)
    {
        Text = text;
        IsNegated = isNegated;
        _tests = tests;
        _readsInput = readsInput;
        References = references;
    }

    /// <summary>The text as it was given.</summary>
    public string Text { get; }

    /// <summary>The names the tests read from outside, without <c>?</c>.</summary>
    public IReadOnlySet<string> References { get; }

    /// <summary>Whether the tests are wrapped in <c>not(…)</c>.</summary>
    public bool IsNegated { get; }

    /// <summary>Whether everything passes: <c>-</c> or an empty text.</summary>
    public bool IsAny => _tests.Length == 0;

    /// <summary>
    /// The value or range of each test where it is constant, and null where it must be evaluated; for the analysis of
    /// tables. Empty for <c>-</c>.
    /// </summary>
    public IReadOnlyList<FeelValue?> Constants => [.. _tests.Select(test => test.Constant)];

    /// <summary>Reads unary tests; an empty text stands for <c>-</c>. Never throws.</summary>
    /// <param name="text">The text; at most 200,000 characters.</param>
    /// <param name="knownNames">Names of variables in scope.</param>
    public static FeelParseResult<FeelUnaryTests> Parse(string text, IEnumerable<string>? knownNames = null) =>
        Parse(text, knownNames is null ? FeelParseOptions.Default : new FeelParseOptions { Names = [.. knownNames] });

    /// <summary>Reads unary tests; an empty text stands for <c>-</c>. Never throws.</summary>
    /// <param name="text">The text; at most 200,000 characters.</param>
    /// <param name="options">Names and types that they may refer to.</param>
    public static FeelParseResult<FeelUnaryTests> Parse(string text, FeelParseOptions options)
    {
        if (FeelReading.TooLong(text) is { } tooLong)
        {
            return new(null, [tooLong]);
        }
        var state = new ParserState(text, options);
        var input = new Binder("?", BinderKind.Variable);
        state.Names.Push(input);
        var reads = new List<bool>();
        var (negated, tests) = state.Cursor.AtEnd ? (false, []) : state.Tests.ParseAll(input, reads);
        return FeelReading.Finish(state) is { } error
            ? new(null, [error])
            : new(new FeelUnaryTests(text, negated, tests, [.. reads], state.Names.References), []);
    }

    /// <summary>Holds a value against the tests. Never throws.</summary>
    /// <param name="input">The value; also <c>?</c> inside the tests.</param>
    /// <param name="scope">The variables.</param>
    /// <param name="options">Clock and budget; null for the defaults.</param>
    /// <returns>True, false, or null where the tests do not apply to the value.</returns>
    public FeelResult Test(FeelValue input, IFeelScope scope, FeelOptions? options = null)
    {
        var session = new FeelSession(options);
        var value = Test(input, scope, session);
        return new FeelResult(value, session.Warnings);
    }

    /// <summary>Holds a value against the tests on the budget of <paramref name="session"/>.</summary>
    /// <param name="input">The value; also <c>?</c> inside the tests.</param>
    /// <param name="scope">The variables.</param>
    /// <param name="session">Shared by everything that is evaluated for one answer.</param>
    public FeelValue Test(FeelValue input, IFeelScope scope, FeelSession session)
    {
        if (_tests.Length == 0)
        {
            return FeelBoolean.True;
        }
        Env? env = null;
        bool? passed = false;
        for (var i = 0; i < _tests.Length && passed != true; i++)
        {
            var candidate = _tests[i].Constant ?? _tests[i].Run(session, env ??= new Env(scope, null, input));
            var verdict = _readsInput[i] && (candidate is FeelBoolean or FeelNull)
                ? (candidate as FeelBoolean)?.Value
                : Passes(input, candidate, _tests[i].Constant is not null);
            passed = verdict == true ? true : verdict is null ? null : passed;
        }
        return session.IsStopped ? FeelNull.Instance : FeelBoolean.Of(IsNegated ? !passed : passed);
    }

    /// <summary>
    /// A test without <c>?</c> is a value, list or range to be in; a condition on other variables answers for itself.
    /// The literals <c>true</c> and <c>false</c> are values: an unknown input is not true.
    /// </summary>
    private static bool? Passes(FeelValue input, FeelValue candidate, bool isConstant) =>
        candidate is FeelBoolean condition && input is not FeelBoolean && !isConstant
            ? condition.Value
            : FeelComparison.IsIn(input, candidate);
}
