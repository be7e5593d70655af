using Platform.Kernel;
using Platform.Kernel.Execution;
using Platform.Kernel.Graph;

namespace Platform.Conformance.BpmnExec;

/// <summary>One process instance as a host shows it.</summary>
internal sealed class ExecInstance
{
    /// <summary>Number in the order of starting, from 1.</summary>
    internal required int Number { get; init; }

    /// <summary>What it runs.</summary>
    internal required ProcessGraph Graph { get; init; }

    /// <summary>The instance that called it; null for none.</summary>
    internal ExecInstance? Parent { get; init; }

    /// <summary>Business key; null for none.</summary>
    internal string? BusinessKey { get; init; }

    /// <summary>Its state now.</summary>
    internal required InstanceState State { get; set; }

    /// <summary>What it is stuck on.</summary>
    internal IReadOnlyList<Problem> Problems { get; set; } = [];

    /// <summary>Whether it has not ended.</summary>
    internal bool IsRunning => State.Status == InstanceStatus.Running;

    /// <summary>Tokens at open human tasks.</summary>
    internal IEnumerable<Token> OpenTasks => State.Tokens.Where(t => t.Status == TokenStatus.Task);

    /// <summary>Id of the element a token is at.</summary>
    internal string ElementOf(Token token) => Graph.Nodes[token.NodeIndex].Id;
}
