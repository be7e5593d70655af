namespace Platform.Governance.Clocks;

/// <summary>An extension approved by the head of the responsible unit.</summary>
public sealed record ExtendCase
{
    /// <summary>The county.</summary>
    public required string TenantId { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Head of the unit who approved it.</summary>
    public required Guid By { get; init; }

    /// <summary>Days granted; working days for suggestions.</summary>
    public required int Days { get; init; }

    /// <summary>Why, told to the citizen.</summary>
    public required string Reason { get; init; }
}
