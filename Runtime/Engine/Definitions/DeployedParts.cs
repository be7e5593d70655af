using System.Collections.Frozen;
using Platform.Kernel.Graph;
using Platform.Runtime.Definitions.Rules;
using Platform.Runtime.Forms;

namespace Platform.Runtime.Definitions;

/// <summary>The content of a deployment's files.</summary>
internal sealed record DeployedParts
{
    /// <summary>Compiled processes with the file each stands in.</summary>
    public required IReadOnlyList<(string File, ProcessGraph Graph, IReadOnlyList<UserTaskSpec> UserTasks)> Processes { get; init; }

    /// <summary>Decisions.</summary>
    public required DecisionParts Decisions { get; init; }

    /// <summary>Forms by file name.</summary>
    public required FrozenDictionary<string, FormSpec> Forms { get; init; }

    /// <summary>Other files as text, by name.</summary>
    public required FrozenDictionary<string, string> Texts { get; init; }
}
