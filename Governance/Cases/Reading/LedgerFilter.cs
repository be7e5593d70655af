namespace Platform.Governance.Cases;

/// <summary>Which cases a ledger list shows; everything null means all that the reader may see.</summary>
public sealed record LedgerFilter
{
    /// <summary>Part of number or title; titles of sealed cases are never searched.</summary>
    public string? Text { get; init; }

    /// <summary>LY, JY or JB.</summary>
    public string? Ledger { get; init; }

    /// <summary>X, Z or C.</summary>
    public string? Level { get; init; }

    /// <summary>Stage, such as 办理中.</summary>
    public string? Stage { get; init; }

    /// <summary>Unit that handles the case.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>Only cases that were put aside (挂账).</summary>
    public bool Shelved { get; init; }

    /// <summary>Who registered it; null for anybody.</summary>
    public Guid? RegisteredById { get; init; }

    /// <summary>True for open cases only, false for closed ones only.</summary>
    public bool? IsOpen { get; init; }

    /// <summary>True for open cases past their promised date.</summary>
    public bool Overdue { get; init; }

    /// <summary>Registered at or after.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Registered before.</summary>
    public DateTimeOffset? Until { get; init; }
}
