using Platform.Decisions.Feel;
using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution;

/// <summary>A token at an element, as a behavior sees it: everything to read, nothing to change.</summary>
internal readonly record struct Visit(ProcessGraph Graph, InstanceState State, World World, FeelOptions Feel, Token Token, Node Node)
{
    /// <summary>Variables visible at the token.</summary>
    internal IFeelScope Variables => new VariableScope(State, Token.VariableScopeId);
}
