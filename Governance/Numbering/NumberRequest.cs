namespace Platform.Governance.Numbering;

/// <summary>What a number is asked for.</summary>
public sealed record NumberRequest
{
    /// <summary>The county.</summary>
    public required string TenantId { get; init; }

    /// <summary>Six-digit division code.</summary>
    public required string Division { get; init; }

    /// <summary>X county, Z town, C village.</summary>
    public required string Level { get; init; }

    /// <summary>LY, JY or JB.</summary>
    public required string Ledger { get; init; }

    /// <summary>Year of the books.</summary>
    public required int Year { get; init; }

    /// <summary>Case that will carry it.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>When it is reserved.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether the number must tell neither ledger nor order.</summary>
    public bool IsSealed { get; init; }

    /// <summary>Number of the case of which it is a part, as in <c>…-00417.1</c>; null for a number of its own.</summary>
    public string? PartOf { get; init; }
}
