namespace Platform.Runtime.Instances;

/// <summary>Ends an instance before its time.</summary>
public sealed record EndInstance
{
    /// <summary>The county.</summary>
    public required string TenantId { get; init; }

    /// <summary>The instance.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>Why, for the record; not empty.</summary>
    public required string Reason { get; init; }

    /// <summary>Id chosen by the caller; repeating it gives the first answer.</summary>
    public required Guid CommandId { get; init; }

    /// <summary>Who ends it.</summary>
    public required Actor Actor { get; init; }

    /// <summary>What must commit with it; null for nothing.</summary>
    public StepAdditions? Additions { get; init; }
}
