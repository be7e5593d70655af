namespace Platform.Runtime.Definitions.Versions;

/// <summary>An order to publish an old version again, as the newest one. What runs on other versions stays there.</summary>
public sealed record RollBack
{
    /// <summary>The county.</summary>
    public required string TenantId { get; init; }

    /// <summary>The old version.</summary>
    public required Guid DefinitionId { get; init; }

    /// <summary>Who wants it.</summary>
    public required Guid By { get; init; }

    /// <summary>Why; must not be empty.</summary>
    public required string Note { get; init; }
}
