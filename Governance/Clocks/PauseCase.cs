namespace Platform.Governance.Clocks;

/// <summary>A pause of the promise clock, approved by the liaison office.</summary>
public sealed record PauseCase
{
    /// <summary>The county.</summary>
    public required string TenantId { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Who approved it.</summary>
    public required Guid By { get; init; }

    /// <summary>One of <see cref="CaseClocks.PauseReasons"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>What proves it.</summary>
    public required string Evidence { get; init; }

    /// <summary>Days after which it ends by itself.</summary>
    public required int Days { get; init; }
}
