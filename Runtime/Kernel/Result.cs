namespace Platform.Kernel;

/// <summary>Either a value or the <see cref="Kernel.Problem"/> that prevented it. Callers look at <see cref="IsSuccess"/> or use <see cref="Match"/>.</summary>
/// <typeparam name="T">What success gives.</typeparam>
public sealed record Result<T>
{
    private readonly T? value;

    private Result(T? value, Problem? problem)
    {
        this.value = value;
        Problem = problem;
    }

    /// <summary>Why there is no value; null exactly when there is one.</summary>
    public Problem? Problem { get; }

    /// <summary>Whether there is a value.</summary>
    public bool IsSuccess => Problem is null;

    /// <summary>The value. Asking for it on a failure is a bug and throws.</summary>
    public T Value => Problem is null
        ? value!
        : throw new InvalidOperationException($"Expected a value, but got problem {Problem.Code}: {Problem.Message}");

    /// <summary>A success.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A failure.</summary>
    /// <param name="problem">Why there is no value.</param>
    public static implicit operator Result<T>(Problem problem) => new(default, problem);

    /// <summary>Turns either side into one type.</summary>
    /// <typeparam name="TOut">What both sides give.</typeparam>
    /// <param name="success">Applied to the value.</param>
    /// <param name="failure">Applied to the problem.</param>
    public TOut Match<TOut>(Func<T, TOut> success, Func<Problem, TOut> failure) =>
        Problem is null ? success(value!) : failure(Problem);

    /// <summary>The same failure for another type of value, or the mapped value.</summary>
    /// <typeparam name="TOut">Type of the mapped value.</typeparam>
    /// <param name="map">Applied to the value.</param>
    public Result<TOut> Map<TOut>(Func<T, TOut> map) =>
        Problem is null ? map(value!) : Problem;
}

/// <summary>Makes results where a conversion does not apply, such as for interface types.</summary>
public static class Result
{
    /// <summary>A success.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The value.</param>
    public static Result<T> Of<T>(T value) => value;

    /// <summary>A failure.</summary>
    /// <typeparam name="T">Type of the value that is missing.</typeparam>
    /// <param name="code">Stable code, <c>area.reason</c>.</param>
    /// <param name="message">Chinese sentence for people.</param>
    public static Result<T> Fail<T>(string code, string message) => new Problem(code, message);
}
