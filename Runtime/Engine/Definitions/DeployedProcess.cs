using System.Collections.Frozen;
using Platform.Decisions.Dmn;
using Platform.Kernel.Graph;
using Platform.Runtime.Definitions.Rules;
using Platform.Runtime.Forms;

namespace Platform.Runtime.Definitions;

/// <summary>One version of a process, ready to run, with everything published beside it. Immutable, shared by all instances.</summary>
public sealed class DeployedProcess
{
    private readonly DecisionParts decisions;
    private readonly FrozenDictionary<string, UserTaskSpec> userTasks;

    internal DeployedProcess(DeployedVersion version, ProcessGraph graph, DeployedParts parts, IEnumerable<UserTaskSpec> userTasks)
    {
        Id = version.Id;
        Key = version.Key;
        Version = version.Version;
        Name = version.Name;
        Graph = graph;
        Forms = parts.Forms;
        Texts = parts.Texts;
        decisions = parts.Decisions;
        LooseCalls = [.. graph.Nodes.Select(n => n.Activity?.Decision).OfType<DecisionCall>().Distinct().Where(c => FindDecisions(c) is null)];
        this.userTasks = userTasks.ToFrozenDictionary(t => t.ElementId, StringComparer.Ordinal);
    }

    /// <summary>Identity of the version.</summary>
    public Guid Id { get; }

    /// <summary>Key of the process.</summary>
    public string Key { get; }

    /// <summary>1 for the first version of a key.</summary>
    public int Version { get; }

    /// <summary>Name for people.</summary>
    public string Name { get; }

    /// <summary>The compiled process.</summary>
    public ProcessGraph Graph { get; }

    /// <summary>Forms by file name.</summary>
    public FrozenDictionary<string, FormSpec> Forms { get; }

    /// <summary>Other files as text, by name, for example notices.</summary>
    public FrozenDictionary<string, string> Texts { get; }

    /// <summary>User tasks.</summary>
    public IReadOnlyCollection<UserTaskSpec> UserTasks => userTasks.Values;

    /// <summary>The user task of an element, or null.</summary>
    public UserTaskSpec? UserTask(string elementId) => userTasks.GetValueOrDefault(elementId);

    /// <summary>Calls of decisions that the files beside the process do not answer: other versions, and decisions published on their own.</summary>
    public IReadOnlyList<DecisionCall> LooseCalls { get; }

    /// <summary>The decisions published beside the process that hold a decision or service of that name or id, or null.</summary>
    public CompiledDecisions? FindDecisions(string reference) => decisions.ByReference.GetValueOrDefault(reference);

    /// <summary>The decisions published beside the process that answer a call, or null. Fits <c>World.Decisions</c> for a process without <see cref="LooseCalls"/>.</summary>
    public CompiledDecisions? FindDecisions(DecisionCall call) => call.Binding == DecisionBinding.Deployment ? FindDecisions(call.Reference) : null;
}
