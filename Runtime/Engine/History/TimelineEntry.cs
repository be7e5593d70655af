namespace Platform.Runtime.History;

/// <summary>One line of a matter's history as people read it.</summary>
public sealed record TimelineEntry
{
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What sort of thing.</summary>
    public required TimelineKind Kind { get; init; }

    /// <summary>One line: 办结“书记阅批”:同意拟办.</summary>
    public required string Title { get; init; }

    /// <summary>Who did it; null for the platform and the public.</summary>
    public string? Who { get; init; }

    /// <summary>The person represented; null for oneself.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>Words that were written: an opinion, a reason; null for none.</summary>
    public string? Quote { get; init; }

    /// <summary>The element concerned; null for the whole matter.</summary>
    public string? ElementId { get; init; }

    /// <summary>The task concerned; null for none.</summary>
    public Guid? TaskId { get; init; }
}
