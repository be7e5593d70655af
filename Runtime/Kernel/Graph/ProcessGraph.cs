using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Platform.Kernel.Graph;

/// <summary>A process ready to run: everything resolved and parsed once. Immutable; share it between threads and instances.</summary>
public sealed class ProcessGraph
{
    private readonly FrozenDictionary<string, Node> nodesById;

    internal ProcessGraph(string processId, string? name, ImmutableArray<Node> nodes, ImmutableArray<Flow> flows, ImmutableArray<GraphScope> scopes)
    {
        ProcessId = processId;
        Name = name;
        Nodes = nodes;
        Flows = flows;
        Scopes = scopes;
        nodesById = nodes.ToFrozenDictionary(node => node.Id, StringComparer.Ordinal);
    }

    /// <summary>Id of the process.</summary>
    public string ProcessId { get; }

    /// <summary>Name; null when it has none.</summary>
    public string? Name { get; }

    /// <summary>All nodes; a node's index is its place here.</summary>
    public ImmutableArray<Node> Nodes { get; }

    /// <summary>All flows; a flow's index is its place here.</summary>
    public ImmutableArray<Flow> Flows { get; }

    /// <summary>All levels; the process first.</summary>
    public ImmutableArray<GraphScope> Scopes { get; }

    /// <summary>The process level.</summary>
    public GraphScope Root => Scopes[0];

    /// <summary>Start events of the process that something outside must watch: message, timer, signal and conditional ones, and the none start event.</summary>
    public ImmutableArray<Node> StartNodes => Root.StartEvents;

    /// <summary>The node of that id, or null.</summary>
    /// <param name="id">Id in the file.</param>
    public Node? FindNode(string id) => nodesById.GetValueOrDefault(id);
}
