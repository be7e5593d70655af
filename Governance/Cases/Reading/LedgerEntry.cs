namespace Platform.Governance.Cases;

/// <summary>One line of a ledger.</summary>
public sealed record LedgerEntry
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Number.</summary>
    public required string Number { get; init; }

    /// <summary>LY, JY or JB.</summary>
    public required string Ledger { get; init; }

    /// <summary>X, Z or C.</summary>
    public required string Level { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Name of the citizen with only the surname readable; 匿名 when there is none.</summary>
    public required string PersonMasked { get; init; }

    /// <summary>Where it stands.</summary>
    public required string Stage { get; init; }

    /// <summary>Urgency.</summary>
    public required string Urgency { get; init; }

    /// <summary>Unit that handles it; null before dispatch.</summary>
    public string? HandlingUnit { get; init; }

    /// <summary>When it was registered.</summary>
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>Promised date; null before acceptance.</summary>
    public DateTimeOffset? PromiseDueAt { get; init; }

    /// <summary>Legal date; null where the law sets none.</summary>
    public DateTimeOffset? LegalDueAt { get; init; }

    /// <summary>Whether it is open and past its promised date.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>Highest line of supervision; 0 for none.</summary>
    public int SupervisionLine { get; init; }

    /// <summary>How often it was worked on again.</summary>
    public int ReworkCount { get; init; }

    /// <summary>Later arrivals of the same matter.</summary>
    public int RepeatCount { get; init; }
}

/// <summary>A part of a ledger.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Next">Where to go on; null at the end.</param>
public sealed record LedgerPage(IReadOnlyList<LedgerEntry> Items, string? Next);
