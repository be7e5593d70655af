namespace Platform.Governance.Bulletins;

/// <summary>A bulletin as people read it.</summary>
public sealed record Bulletin
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The month, such as 2026-10.</summary>
    public required string Period { get; init; }

    /// <summary>When the figures were frozen.</summary>
    public required DateTimeOffset FrozenAt { get; init; }

    /// <summary>The figures.</summary>
    public required BulletinFigures Figures { get; init; }

    /// <summary>SHA-256 of the figures as kept.</summary>
    public required string Digest { get; init; }

    /// <summary>What is worth telling; null for nothing.</summary>
    public string? Experience { get; init; }

    /// <summary>When it was signed; null for a draft.</summary>
    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>Who signed.</summary>
    public string? SignedBy { get; init; }

    /// <summary>What units said to it.</summary>
    public required IReadOnlyList<BulletinObjection> Objections { get; init; }

    /// <summary>Until when units may object.</summary>
    public DateTimeOffset ObjectUntil { get; init; }

    /// <summary>Whether the reader may write what is worth telling.</summary>
    public bool MayEdit { get; init; }

    /// <summary>Whether the reader may sign.</summary>
    public bool MaySign { get; init; }

    /// <summary>Units for which the reader may object.</summary>
    public IReadOnlyList<BulletinUnit> MayObjectFor { get; init; } = [];
}

/// <summary>What a unit said to a bulletin.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="At">When.</param>
/// <param name="Text">What.</param>
public sealed record BulletinObjection(string Unit, DateTimeOffset At, string Text);
