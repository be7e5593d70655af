using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Kernel;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Activities;

/// <summary>What belongs to one execution of an activity. Not safe for use by several threads.</summary>
public sealed class ActivityExecutionContext
{
    private readonly IReadOnlyDictionary<string, FeelValue> inputs;
    private readonly Dictionary<string, FeelValue> results = new(StringComparer.Ordinal);
    private readonly List<Func<PlatformDb, CancellationToken, Task>> enlisted = [];

    /// <summary>Makes a context.</summary>
    /// <param name="place">Where it runs.</param>
    /// <param name="inputs">Values of the inputs.</param>
    /// <param name="ct">Signalled when the work should stop.</param>
    public ActivityExecutionContext(ActivityPlace place, IReadOnlyDictionary<string, FeelValue> inputs, CancellationToken ct)
    {
        Place = place;
        this.inputs = inputs;
        CancellationToken = ct;
    }

    /// <summary>Instance, element and variables.</summary>
    public ActivityPlace Place { get; }

    /// <summary>The same for every attempt of this execution and for no other: makes outside effects idempotent.</summary>
    public string Key => Place.Key;

    /// <summary>The platform's instant.</summary>
    public DateTimeOffset Now => Place.Now;

    /// <summary>Signalled when the work should stop.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Name of the bookmark on which the activity waits; null when it does not wait.</summary>
    public string? Bookmark { get; private set; }

    /// <summary>The outcome given; null for none.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Why the work failed; null when it did not.</summary>
    public Problem? Failure { get; private set; }

    /// <summary>The business error thrown; null for none.</summary>
    public string? ErrorCode { get; private set; }

    /// <summary>Text of the business error; null for none.</summary>
    public string? ErrorMessage { get; private set; }

    /// <summary>Results by name.</summary>
    public ImmutableDictionary<string, FeelValue> Results => results.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The value of an input; its type's default when the process gives none.</summary>
    public T? Get<T>(Input<T> input) => inputs.TryGetValue(input.Name, out var value) ? ActivityValues.To<T>(value) : default;

    /// <summary>The value of a process variable as FEEL; null when there is none.</summary>
    public FeelValue GetVariable(string name) => Place.Variables.TryGet(name, out var value) ? value : FeelValue.Null;

    /// <summary>Gives back an output.</summary>
    public void Set<T>(Output<T> output, T value) => results[output.Name] = ActivityValues.From(value);

    /// <summary>Gives back the result; <c>gov:output name="result"</c> or <c>gov:resultVariable</c> names its variable.</summary>
    public void SetResult(object? value) => results["result"] = ActivityValues.From(value);

    /// <summary>Sets a process variable.</summary>
    public void SetVariable(string name, FeelValue value) => results[name] = value;

    /// <summary>
    /// Does something to the database in the transaction of the step. For a job: in the transaction that records its
    /// success.
    /// </summary>
    /// <param name="effect">May run again from the start when another step was faster; must not touch instances.</param>
    public void Enlist(Func<PlatformDb, CancellationToken, Task> effect) => enlisted.Add(effect);

    /// <summary>Waits: the token stays until something resumes it (a message, a task, <c>InstanceRunner</c>).</summary>
    /// <param name="name">Name of the bookmark, for the record.</param>
    public void CreateBookmark(string name) => Bookmark = name;

    /// <summary>Completes with an outcome. Work may go on after this call; nothing is saved before the method returns.</summary>
    /// <param name="outcomes">No or one outcome that the activity declares.</param>
    public ValueTask CompleteActivityAsync(params ReadOnlySpan<string> outcomes)
    {
        if (outcomes.Length > 1)
        {
            throw new ArgumentException($"Expected at most one outcome, but got {outcomes.Length}.", nameof(outcomes));
        }

        Outcome = outcomes.IsEmpty ? null : outcomes[0];
        Bookmark = null;
        return ValueTask.CompletedTask;
    }

    /// <summary>Fails: a job is tried again, an automatic activity raises an incident.</summary>
    public void Fail(Problem problem) => Failure = problem;

    /// <summary>Throws a business error that the process may catch.</summary>
    public void ThrowError(string code, string? message = null)
    {
        ErrorCode = code;
        ErrorMessage = message;
    }

    /// <summary>Everything enlisted as one effect, or null.</summary>
    internal Func<PlatformDb, CancellationToken, Task>? Enlisted => enlisted.Count == 0 ? null : RunEnlistedAsync;

    private async Task RunEnlistedAsync(PlatformDb db, CancellationToken ct)
    {
        foreach (var effect in enlisted)
        {
            await effect(db, ct);
        }
    }
}
