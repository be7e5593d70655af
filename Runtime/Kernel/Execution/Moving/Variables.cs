using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution;

/// <summary>Where variables are set and what leaves an element.</summary>
internal static class Variables
{
    /// <summary>Name of the variable that takes the outcome of a human task.</summary>
    internal const string Outcome = "outcome";

    private static readonly ImmutableDictionary<string, FeelValue> None = ImmutableDictionary<string, FeelValue>.Empty;

    /// <summary>Sets variables where they are visible from a scope, and those that are not on the process.</summary>
    internal static void Set(StepRun run, long fromScopeId, ImmutableDictionary<string, FeelValue> variables)
    {
        if (variables.IsEmpty)
        {
            return;
        }
        run.ConditionsMayHaveChanged = true;
        if (fromScopeId == InstanceState.RootScopeId)
        {
            run.Record(new ProcessEvent.VariablesSet(fromScopeId, variables));
            return;
        }
        foreach (var group in variables.GroupBy(variable => OwnerOf(run.State, fromScopeId, variable.Key)))
        {
            run.Record(new ProcessEvent.VariablesSet(group.Key, None.AddRange(group)));
        }
    }

    /// <summary>Sets one variable as <see cref="Set(StepRun, long, ImmutableDictionary{string, FeelValue})"/> does.</summary>
    internal static void Set(StepRun run, long fromScopeId, string name, FeelValue value) =>
        Set(run, fromScopeId, None.Add(name, value));

    /// <summary>Sets the results of an element at a token: those that the element renames under their new name, others as they are.</summary>
    internal static void SetResults(StepRun run, Token token, ImmutableDictionary<string, FeelValue> results, string? outcome = null)
    {
        if (outcome is not null)
        {
            results = results.SetItem(Outcome, FeelValue.Of(outcome));
        }
        if (run.NodeOf(token).Activity is { Outputs.IsEmpty: false } plan)
        {
            results = Rename(results, plan.Outputs);
        }
        if (token.LocalScopeId != 0 && results.TryGetValue(Outcome, out var own))
        {
            // One vote of many is not the outcome of the group: it stays with its instance.
            run.Record(new ProcessEvent.VariablesSet(token.LocalScopeId, None.Add(Outcome, own)));
            results = results.Remove(Outcome);
        }
        Set(run, token.VariableScopeId, results);
    }

    /// <summary>Evaluates mappings one after the other; a later one sees the earlier ones.</summary>
    internal static ImmutableDictionary<string, FeelValue> Evaluate(
        ImmutableArray<VariableMapping> mappings, IFeelScope scope, FeelOptions options)
    {
        var values = None;
        foreach (var mapping in mappings)
        {
            var value = mapping.Source.Evaluate(new FeelScope(values, scope), options).Value;
            values = values.SetItem(mapping.Target, value);
        }
        return values;
    }

    /// <summary>The variables that only this token sees.</summary>
    internal static ImmutableDictionary<string, FeelValue> LocalTo(InstanceState state, Token token) =>
        token.LocalScopeId == 0 ? None : state.FindScope(token.LocalScopeId)?.Variables ?? None;

    /// <summary>All variables that a scope shows, as one dictionary.</summary>
    internal static ImmutableDictionary<string, FeelValue> All(IFeelScope scope)
    {
        var all = None.ToBuilder();
        foreach (string name in scope.Names)
        {
            if (scope.TryGet(name, out var value))
            {
                all[name] = value;
            }
        }
        return all.ToImmutable();
    }

    /// <summary>A value as text for names and keys: a string as it is, anything else as FEEL writes it.</summary>
    internal static string ToText(FeelValue value) => value is FeelString text ? text.Value : value.ToString();

    private static ImmutableDictionary<string, FeelValue> Rename(
        ImmutableDictionary<string, FeelValue> results, ImmutableArray<ResultMapping> mappings)
    {
        var renamed = results.ToBuilder();
        foreach (var mapping in mappings)
        {
            renamed.Remove(mapping.Result);
        }
        foreach (var mapping in mappings)
        {
            if (results.TryGetValue(mapping.Result, out var value))
            {
                renamed[mapping.Variable] = value;
            }
        }
        // The outcome stays readable for the flows that follow, also when it was copied.
        if (results.TryGetValue(Outcome, out var outcome))
        {
            renamed.TryAdd(Outcome, outcome);
        }
        return renamed.ToImmutable();
    }

    private static long OwnerOf(InstanceState state, long fromScopeId, string name)
    {
        for (var scope = state.FindScope(fromScopeId); scope is not null; scope = state.FindScope(scope.ParentId))
        {
            if (scope.Variables.ContainsKey(name))
            {
                return scope.Id;
            }
        }
        return InstanceState.RootScopeId;
    }
}
