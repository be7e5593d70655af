namespace Platform.Governance.Splits;

/// <summary>An order to make a case of its own out of one matter of a mixed case.</summary>
public sealed record SplitCase
{
    /// <summary>The mixed case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Names this order: repeated, it gives the first answer again and changes nothing.</summary>
    public required Guid CommandId { get; init; }

    /// <summary>LY, JY or JB; a complaint becomes a sealed case without any visible tie to the mixed one.</summary>
    public required string Ledger { get; init; }

    /// <summary>Title, 1 to 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>What of the text belongs to it, at most 5,000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>Category.</summary>
    public required string Category { get; init; }

    /// <summary>Accused people, of a complaint.</summary>
    public IReadOnlyList<Guid> AccusedPersonIds { get; init; } = [];

    /// <summary>Accused units, of a complaint.</summary>
    public IReadOnlyList<Guid> AccusedUnitIds { get; init; } = [];
}
