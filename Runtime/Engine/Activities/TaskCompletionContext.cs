using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Kernel;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Activities;

/// <summary>A completion that a human activity may refuse or add to. Not safe for use by several threads.</summary>
public sealed class TaskCompletionContext
{
    private readonly Dictionary<string, FeelValue> variables;
    private readonly List<Func<PlatformDb, CancellationToken, Task>> enlisted = [];

    /// <summary>Makes a context.</summary>
    /// <param name="place">Where the task stands.</param>
    /// <param name="values">The form's checked values.</param>
    /// <param name="ct">Signalled when the caller gives up.</param>
    public TaskCompletionContext(ActivityPlace place, ImmutableDictionary<string, FeelValue> values, CancellationToken ct)
    {
        Place = place;
        Values = values;
        variables = new Dictionary<string, FeelValue>(values, StringComparer.Ordinal);
        CancellationToken = ct;
    }

    /// <summary>Instance, element and variables before the completion.</summary>
    public ActivityPlace Place { get; }

    /// <summary>The task.</summary>
    public required Guid TaskId { get; init; }

    /// <summary>Who completes it.</summary>
    public required Guid By { get; init; }

    /// <summary>The person represented; null when <see cref="By"/> acts for themselves.</summary>
    public Guid? OnBehalfOf { get; init; }

    /// <summary>The outcome chosen.</summary>
    public required string Outcome { get; init; }

    /// <summary>The opinion written; null for none.</summary>
    public string? Opinion { get; init; }

    /// <summary>The form's checked values.</summary>
    public ImmutableDictionary<string, FeelValue> Values { get; }

    /// <summary>Signalled when the caller gives up.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Why the completion is refused; null when it is not.</summary>
    public Problem? Refusal { get; private set; }

    /// <summary>What the process gets: the form's values and what was set here.</summary>
    public ImmutableDictionary<string, FeelValue> Variables => variables.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The value of a process variable before the completion; null when there is none.</summary>
    public FeelValue GetVariable(string name) => Place.Variables.TryGet(name, out var value) ? value : FeelValue.Null;

    /// <summary>The value of an input that the process gives; its type's default when it gives none.</summary>
    public T? Get<T>(Input<T> input) => Place.Inputs.TryGetValue(input.Name, out var value) ? ActivityValues.To<T>(value) : default;

    /// <summary>Sets a process variable.</summary>
    public void SetVariable(string name, FeelValue value) => variables[name] = value;

    /// <summary>Keeps a form value with the task only: the process does not get it, which keeps texts of sealed matters out of its state.</summary>
    public void DropVariable(string name) => variables.Remove(name);

    /// <summary>Gives the instance to another unit: from this step on it is that unit's matter.</summary>
    /// <param name="unitId">The unit.</param>
    public void GiveTo(Guid unitId) => OwnerUnitId = unitId;

    /// <summary>Refuses the completion; nothing is changed.</summary>
    /// <param name="problem">A stable code and a sentence to the official.</param>
    public void Refuse(Problem problem) => Refusal ??= problem;

    /// <summary>Does something to the database in the transaction of the step.</summary>
    /// <param name="effect">May run again from the start when another step was faster; must not touch instances.</param>
    public void Enlist(Func<PlatformDb, CancellationToken, Task> effect) => enlisted.Add(effect);

    /// <summary>The unit that owns the instance from now on; null when that does not change.</summary>
    internal Guid? OwnerUnitId { get; private set; }

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
