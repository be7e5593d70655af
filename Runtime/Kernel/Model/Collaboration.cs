using System.Collections.Immutable;

namespace Platform.Kernel.Model;

/// <summary>BPMN 2.0.2 §9 Collaboration: pools and the messages between them. Conversation parts are kept verbatim in <see cref="ModelElement.Extensions"/>.</summary>
public sealed record Collaboration : RootElement
{
    /// <summary>True when no other messages may flow.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Pools in file order.</summary>
    public ImmutableArray<Participant> Participants { get; init; } = [];

    /// <summary>Messages between pools.</summary>
    public ImmutableArray<MessageFlow> MessageFlows { get; init; } = [];

    /// <summary>Annotations, groups and associations.</summary>
    public ImmutableArray<Artifact> Artifacts { get; init; } = [];
}

/// <summary>BPMN 2.0.2 §9.3 Participant: a pool.</summary>
public sealed record Participant : BaseElement
{
    /// <summary>Process inside the pool; null for a closed box.</summary>
    public string? ProcessRef { get; init; }

    /// <summary>Interfaces the participant offers.</summary>
    public ImmutableArray<string> InterfaceRefs { get; init; } = [];

    /// <summary>End points of the participant.</summary>
    public ImmutableArray<string> EndPointRefs { get; init; } = [];

    /// <summary>How many there are; null means one.</summary>
    public ParticipantMultiplicity? Multiplicity { get; init; }
}

/// <summary>BPMN 2.0.2 §9.3.1 ParticipantMultiplicity.</summary>
public sealed record ParticipantMultiplicity : BaseElement
{
    /// <summary>Fewest, at least 0.</summary>
    public int Minimum { get; init; }

    /// <summary>Most, at least 1.</summary>
    public int Maximum { get; init; } = 1;
}

/// <summary>BPMN 2.0.2 §9.4 MessageFlow.</summary>
public sealed record MessageFlow : BaseElement
{
    /// <summary>Id of the sender; empty when the file has none.</summary>
    public required string SourceRef { get; init; }

    /// <summary>Id of the receiver; empty when the file has none.</summary>
    public required string TargetRef { get; init; }

    /// <summary>Message that flows; null when not stated.</summary>
    public string? MessageRef { get; init; }
}
