using System.Collections.Frozen;
using Platform.Decisions.Dmn;

namespace Platform.Runtime.Definitions.Rules;

/// <summary>The decisions of a deployment's files.</summary>
internal sealed record DecisionParts
{
    /// <summary>Compiled decisions by every name and id under which processes may call them.</summary>
    public required FrozenDictionary<string, CompiledDecisions> ByReference { get; init; }

    /// <summary>Every decision and decision service.</summary>
    public required IReadOnlyList<DecisionPart> All { get; init; }
}

/// <summary>One decision or decision service of a file.</summary>
/// <param name="Key">Its id, or its name when it has none.</param>
/// <param name="Name">Its name.</param>
/// <param name="File">The file.</param>
/// <param name="Content">The file and the files that it may import: when none of them changed, neither did the decision.</param>
internal sealed record DecisionPart(string Key, string Name, string File, IReadOnlyList<string> Content);
