using Platform.Decisions.Dmn.Execution;
using Platform.Decisions.Dmn.Model;

namespace Platform.Decisions.Dmn.Compilation;

/// <summary>
/// A model in the place where it is used: the root, or an import of another unit. A model that is imported by two ways
/// is two units, since its input data may differ.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="path">Prefixes that lead here from the root; imports without a prefix add none.</param>
internal sealed class ModelUnit(DecisionModel model, IReadOnlyList<string> path)
{
    private readonly Dictionary<string, GraphNode> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GraphNode> _byName = new(StringComparer.Ordinal);

    internal DecisionModel Model => model;

    internal IReadOnlyList<string> Path => path;

    internal TypeTable Types { get; set; } = null!; // set by the compiler right after creation

    internal List<(string Prefix, ModelUnit Unit)> Imports { get; } = [];

    internal List<(DrgElement Element, GraphNode Node)> Nodes { get; } = [];

    internal void Add(DrgElement element, GraphNode node)
    {
        Nodes.Add((element, node));
        if (element.Id is { } id)
        {
            _byId.TryAdd(id, node);
        }

        _byName.TryAdd(node.Name, node);
        _byName.TryAdd(node.Variable, node);
    }

    /// <summary>The node that a link means, and the prefix of the import that it belongs to (null for this model itself).</summary>
    internal (GraphNode? Node, string? Prefix) Find(string href)
    {
        var hash = href.IndexOf('#', StringComparison.Ordinal);
        var ns = hash > 0 ? href[..hash] : string.Empty;
        var id = href[(hash + 1)..];
        if (ns.Length == 0 || ns == model.Namespace)
        {
            return (_byId.GetValueOrDefault(id), null);
        }

        foreach (var (prefix, unit) in Imports)
        {
            if (unit.Model.Namespace == ns && unit._byId.TryGetValue(id, out var node))
            {
                return (node, prefix);
            }
        }

        return (null, null);
    }

    /// <summary>The node of this id or name; ids win. Elements of imports are found as <c>prefix.name</c>.</summary>
    internal GraphNode? FindByName(string nameOrId)
    {
        if (_byId.TryGetValue(nameOrId, out var node) || _byName.TryGetValue(nameOrId, out node))
        {
            return node;
        }

        foreach (var (prefix, unit) in Imports)
        {
            var rest = prefix.Length == 0 ? nameOrId : nameOrId.StartsWith(prefix + ".", StringComparison.Ordinal) ? nameOrId[(prefix.Length + 1)..] : null;
            if (rest is not null && unit.FindByName(rest) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
