namespace Platform.Kernel.Execution.Rules;

/// <summary>Conditional events fire when their condition becomes true; it must become false before it can fire again (BPMN 2.0.2 §10.5.5).</summary>
internal sealed class ConditionalEvents : IQuietRule
{
    public bool OnQuiet(StepRun run)
    {
        if (!run.ConditionsMayHaveChanged)
        {
            return false;
        }
        foreach (var subscription in run.State.Subscriptions)
        {
            if (subscription.Kind != SubscriptionKind.Conditional)
            {
                continue;
            }
            var node = run.Graph.Nodes[subscription.NodeIndex];
            long from = run.State.FindToken(subscription.TokenId)?.VariableScopeId ?? subscription.ScopeId;
            bool holds = Conditions.IsTrue(node.Event!.Condition!, new VariableScope(run.State, from), run.Feel);
            if (holds == subscription.Holds)
            {
                continue;
            }
            run.Record(new ProcessEvent.ConditionChanged(subscription.Id, holds));
            if (holds)
            {
                // What follows may change other conditions: look again from the start when it is quiet.
                Firing.Fire(run, node, subscription.TokenId, subscription.ScopeId);
                return true;
            }
        }
        run.ConditionsMayHaveChanged = false;
        return false;
    }
}
