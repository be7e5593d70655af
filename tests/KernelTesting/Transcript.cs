using System.Text;
using Platform.Kernel.Execution;
using Platform.Kernel.Graph;

namespace Platform.KernelTesting;

/// <summary>Facts as lines that a person can read and review.</summary>
public static class Transcript
{
    /// <summary>The facts of an instance, one line each, indented by depth of their scope.</summary>
    /// <param name="graph">Graph of the instance.</param>
    /// <param name="facts">The facts.</param>
    public static string Of(ProcessGraph graph, IEnumerable<ProcessEvent> facts)
    {
        var text = new StringBuilder();
        foreach (var fact in facts)
        {
            text.Append(Line(graph, fact)).Append('\n');
        }
        return text.ToString();
    }

    private static string Line(ProcessGraph graph, ProcessEvent fact) => fact switch
    {
        ProcessEvent.InstanceStarted f => $"started {f.ProcessId} {StateText.Variables(f.Variables)}",
        ProcessEvent.ScopeEntered f => $"scope {f.Scope.Id} {f.Scope.Kind} of token {f.Scope.OwnerTokenId} {StateText.Variables(f.Scope.Variables)}",
        ProcessEvent.ScopeLeft f => $"scope {f.ScopeId} left",
        ProcessEvent.ScopeKept f => $"scope {f.ScopeId} kept for compensation",
        ProcessEvent.ScopeReopened f => $"scope {f.ScopeId} reopened by token {f.OwnerTokenId}",
        ProcessEvent.TokenEntered f => $"token {f.Token.Id} at {Name(graph, f.Token.NodeIndex)}{Place(f.Token)}",
        ProcessEvent.FlowTaken f => $"token {f.TokenId} took {graph.Flows[f.FlowIndex]}",
        ProcessEvent.TaskOrdered f => $"token {f.TokenId} ordered a task",
        ProcessEvent.WorkOrdered f => $"token {f.TokenId} ordered work",
        ProcessEvent.ChildOrdered f => $"token {f.TokenId} called {f.CalledElement}",
        ProcessEvent.TokenParked { Status: TokenStatus.Ready } f => $"token {f.TokenId} waits no longer",
        ProcessEvent.TokenParked f => $"token {f.TokenId} waits: {f.Status}",
        ProcessEvent.TimerSet f => $"timer {f.Timer.Id} set at {Name(graph, f.Timer.NodeIndex)} for {f.Timer.Due:yyyy-MM-ddTHH:mm:sszzz}",
        ProcessEvent.TimerFired f => $"timer {f.TimerId} fired{(f.NextDue is { } next ? $", next {next:yyyy-MM-ddTHH:mm:sszzz}" : "")}",
        ProcessEvent.TimerCancelled f => $"timer {f.TimerId} cancelled",
        ProcessEvent.SubscriptionOpened f =>
            $"subscription {f.Subscription.Id} at {Name(graph, f.Subscription.NodeIndex)}: {f.Subscription.Kind} {f.Subscription.Name}".TrimEnd(),
        ProcessEvent.SubscriptionClosed f => $"subscription {f.SubscriptionId} closed",
        ProcessEvent.MessageReceived f => $"message {f.Name} received at {Name(graph, f.NodeIndex)}",
        ProcessEvent.SignalReceived f => $"signal {f.Name} received at {Name(graph, f.NodeIndex)}",
        ProcessEvent.ConditionChanged f => $"condition of subscription {f.SubscriptionId} {(f.Holds ? "holds" : "no longer holds")}",
        ProcessEvent.VariablesSet f => $"scope {f.ScopeId} set {StateText.Variables(f.Variables)}",
        ProcessEvent.ElementCompleted f => $"token {f.TokenId} completed {Name(graph, f.NodeIndex)}{(f.Outcome is null ? "" : $" with {f.Outcome}")}",
        ProcessEvent.ElementCancelled f => $"token {f.TokenId} cancelled at {Name(graph, f.NodeIndex)}",
        ProcessEvent.JoinArrived f => $"token {f.TokenId} waits at the join",
        ProcessEvent.JoinFired f => $"token {f.Token.Id} goes on at {Name(graph, f.Token.NodeIndex)} for {string.Join(", ", f.Consumed)}{Place(f.Token)}",
        ProcessEvent.IncidentRaised f => $"token {f.TokenId} stuck: {f.Code}",
        ProcessEvent.IncidentResolved f => $"token {f.TokenId} tries again",
        ProcessEvent.ErrorThrown f => $"token {f.TokenId} threw error {f.Code}, {Caught(graph, f.CaughtBy)}",
        ProcessEvent.EscalationThrown f => $"token {f.TokenId} escalated {f.Code}, {Caught(graph, f.CaughtBy)}",
        ProcessEvent.MessageSent f => $"token {f.TokenId} sent message {f.Name}",
        ProcessEvent.SignalSent f => $"token {f.TokenId} sent signal {f.Name}",
        ProcessEvent.DecisionsBound f => $"bound {string.Join(", ", f.Versions.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key} v{v.Value}"))}",
        ProcessEvent.DecisionMade f => $"token {f.TokenId} decided {f.Decision}: {f.Result}",
        ProcessEvent.CompensationArmed f => $"{Name(graph, f.Compensable.NodeIndex)} can be compensated ({f.Compensable.Id})",
        ProcessEvent.CompensationUsed f => $"compensation {f.CompensableId} used",
        ProcessEvent.InstanceCompleted => "completed",
        ProcessEvent.InstanceCancelled f => $"cancelled: {f.Reason}",
        ProcessEvent.InstanceTerminated f => $"terminated{(f.ErrorCode is null ? "" : $" by error {f.ErrorCode}")}",
        _ => throw new InvalidOperationException($"Expected a known fact, but got {fact.GetType().Name}."),
    };

    private static string Name(ProcessGraph graph, int nodeIndex) => graph.Nodes[nodeIndex].Id;

    private static string Caught(ProcessGraph graph, int nodeIndex) =>
        nodeIndex < 0 ? "nothing caught it" : $"caught by {Name(graph, nodeIndex)}";

    private static string Place(Token token)
    {
        string lineage = string.Join(' ', token.Lineage.Select(b => $"{b.Fork}/{b.Index}"));
        string round = token.Round > 1 ? $", round {token.Round}" : "";
        string scope = token.ScopeId == InstanceState.RootScopeId ? "" : $", scope {token.ScopeId}";
        return $"{scope}{(lineage.Length == 0 ? "" : $", lineage {lineage}")}{round}";
    }
}
