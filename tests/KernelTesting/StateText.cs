using System.Text;
using Platform.Decisions.Feel;
using Platform.Kernel.Execution;
using Platform.Kernel.Graph;

namespace Platform.KernelTesting;

/// <summary>States and facts as canonical text: equal texts mean equal states.</summary>
public static class StateText
{
    /// <summary>Everything in a state, one line per thing.</summary>
    /// <param name="state">The state.</param>
    public static string Of(InstanceState state)
    {
        var text = new StringBuilder();
        text.AppendLine($"{state.ProcessId} {state.Status} next {state.NextId}");
        foreach (var token in state.Tokens)
        {
            string lineage = string.Join('.', token.Lineage.Select(b => $"{b.Fork}/{b.Index}"));
            text.AppendLine(
                $"token {token.Id} node {token.NodeIndex} scope {token.ScopeId} local {token.LocalScopeId} [{lineage}] round {token.Round} {token.Status} flow {token.FlowIndex} for {token.CompensatesFor}");
        }
        foreach (var scope in state.Scopes)
        {
            text.AppendLine($"scope {scope.Id} parent {scope.ParentId} owner {scope.OwnerTokenId} node {scope.NodeIndex} {scope.Kind} {Variables(scope.Variables)} {scope.Items}");
        }
        foreach (var timer in state.Timers)
        {
            text.AppendLine($"timer {timer.Id} token {timer.TokenId} scope {timer.ScopeId} node {timer.NodeIndex} {timer.Due:O} left {timer.Remaining}");
        }
        foreach (var s in state.Subscriptions)
        {
            text.AppendLine($"subscription {s.Id} token {s.TokenId} scope {s.ScopeId} node {s.NodeIndex} {s.Kind} {s.Name} {s.CorrelationKey} {s.Holds}");
        }
        foreach (var c in state.Compensables)
        {
            text.AppendLine($"compensable {c.Id} node {c.NodeIndex} scope {c.ScopeId} kept {c.KeptScopeId}");
        }
        text.AppendLine($"rounds {string.Join(' ', state.Rounds.Select(r => $"{r.NodeIndex}:{r.Count}"))}");
        return text.ToString();
    }

    /// <summary>Variables by name.</summary>
    /// <param name="variables">The variables.</param>
    public static string Variables(IEnumerable<KeyValuePair<string, FeelValue>> variables) =>
        "{" + string.Join(", ", variables.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}: {v.Value}")) + "}";

    /// <summary>The state that facts lead to, folded from the first on.</summary>
    /// <param name="graph">Graph of the instance.</param>
    /// <param name="facts">All facts.</param>
    public static string Replayed(ProcessGraph graph, IEnumerable<ProcessEvent> facts) => Of(InstanceState.Replay(graph, facts));
}
