using Platform.Kernel.Execution;
using Platform.Kernel.Graph;

namespace Platform.KernelTesting;

/// <summary>One instance in a <see cref="KernelHost"/>.</summary>
public sealed class HostedInstance
{
    private readonly List<ProcessEvent> facts = [];

    /// <summary>Number in the order of starting, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What it runs.</summary>
    public required ProcessGraph Graph { get; init; }

    /// <summary>The instance whose call activity started it; null for none.</summary>
    public HostedInstance? Parent { get; init; }

    /// <summary>Token of that call activity; 0 for none.</summary>
    public long ParentTokenId { get; init; }

    /// <summary>Business key; null for none.</summary>
    public string? BusinessKey { get; init; }

    /// <summary>Its state; null before its first step.</summary>
    public InstanceState? State { get; private set; }

    /// <summary>Everything that has happened in it.</summary>
    public IReadOnlyList<ProcessEvent> Facts => facts;

    /// <summary>Work ordered and not answered: tokens of automatic activities.</summary>
    public HashSet<long> OpenWork { get; } = [];

    /// <summary>Incidents raised and not cleared.</summary>
    public Dictionary<long, Kernel.Problem> Incidents { get; } = [];

    /// <summary>Whether it has started and not ended.</summary>
    public bool IsRunning => State is { Status: InstanceStatus.Running };

    /// <summary>Tokens at open human tasks.</summary>
    public IEnumerable<Token> OpenTasks => State?.Tokens.Where(t => t.Status == TokenStatus.Task) ?? [];

    /// <summary>Id of the element a token is at.</summary>
    /// <param name="token">The token.</param>
    public string ElementOf(Token token) => Graph.Nodes[token.NodeIndex].Id;

    internal void Take(Step step)
    {
        State = step.State;
        facts.AddRange(step.Facts);
    }
}
