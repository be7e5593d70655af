using Platform.Kernel.Model;

namespace Platform.Kernel.Xml;

/// <summary>What came of reading a file.</summary>
public sealed record BpmnReadResult
{
    /// <summary>The model; null when the file cannot be understood as BPMN at all.</summary>
    public Definitions? Definitions { get; init; }

    /// <summary>Everything noticed, in file order as far as known.</summary>
    public required IReadOnlyList<ReadIssue> Issues { get; init; }

    /// <summary>True when there is a model and no error.</summary>
    public bool IsValid => Definitions is not null && !Issues.Any(i => i.Severity == ReadSeverity.Error);
}
