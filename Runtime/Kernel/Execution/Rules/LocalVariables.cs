using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution.Rules;

/// <summary>Variables that exist only while an element runs: set on entering, mapped outwards on completing.</summary>
internal sealed class LocalVariables : IExecutionRule
{
    public bool OnEnter(StepRun run, Token token, Node node)
    {
        if (node.Activity is not { } plan || (plan.LocalInputs.IsEmpty && plan.LocalOutputs.IsEmpty))
        {
            return false;
        }
        var values = Variables.Evaluate(plan.LocalInputs, run.VariablesAt(token), run.Feel);
        if (token.LocalScopeId != 0)
        {
            run.Record(new ProcessEvent.VariablesSet(token.LocalScopeId, values));
            return false;
        }
        run.Record(new ProcessEvent.ScopeEntered(new Scope
        {
            Id = run.State.NextId,
            ParentId = token.ScopeId,
            OwnerTokenId = token.Id,
            NodeIndex = node.Index,
            Kind = ScopeKind.Local,
            Variables = values,
        }));
        return false;
    }

    public bool OnComplete(StepRun run, Token token, Node node, string? outcome)
    {
        if (node.Activity is { LocalOutputs.IsEmpty: false } plan)
        {
            var values = Variables.Evaluate(plan.LocalOutputs, run.VariablesAt(token), run.Feel);
            Variables.Set(run, token.ScopeId, values);
        }
        return false;
    }
}
