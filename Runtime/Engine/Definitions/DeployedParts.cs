using System.Collections.Frozen;
using Platform.Decisions.Dmn;
using Platform.Kernel.Graph;
using Platform.Runtime.Forms;

namespace Platform.Runtime.Definitions;

/// <summary>The content of a deployment's files.</summary>
internal sealed record DeployedParts
{
    /// <summary>Compiled processes with the file each stands in.</summary>
    public required IReadOnlyList<(string File, ProcessGraph Graph, IReadOnlyList<UserTaskSpec> UserTasks)> Processes { get; init; }

    /// <summary>Decisions by every name and id under which processes may call them.</summary>
    public required FrozenDictionary<string, CompiledDecisions> Decisions { get; init; }

    /// <summary>Forms by file name.</summary>
    public required FrozenDictionary<string, FormSpec> Forms { get; init; }

    /// <summary>Other files as text, by name.</summary>
    public required FrozenDictionary<string, string> Texts { get; init; }
}
