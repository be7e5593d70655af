namespace Platform.Runtime.Definitions.Drafts;

/// <summary>A draft as it is worked on.</summary>
/// <param name="Key">Process id, or key of the decision.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Content">The BPMN or DMN file.</param>
/// <param name="BaseDefinitionId">Version it began from; null for something new.</param>
/// <param name="Revision">Number of the last save, from 1.</param>
/// <param name="EditedBy">Who saved last.</param>
/// <param name="EditedAt">When.</param>
public sealed record Draft(string Key, string Name, ReadOnlyMemory<byte> Content, Guid? BaseDefinitionId, long Revision, Guid EditedBy, DateTimeOffset EditedAt);

/// <summary>A draft in a list.</summary>
/// <param name="Key">Process id, or key of the decision.</param>
/// <param name="Name">Name for people.</param>
/// <param name="IsNew">Whether no version of the process was published yet.</param>
/// <param name="EditedByName">Name of who saved last.</param>
/// <param name="EditedAt">When.</param>
public sealed record DraftItem(string Key, string Name, bool IsNew, string EditedByName, DateTimeOffset EditedAt);

/// <summary>An order to keep a draft.</summary>
public sealed record SaveDraft
{
    /// <summary>The county.</summary>
    public required string TenantId { get; init; }

    /// <summary>Process id, or key of the decision.</summary>
    public required string Key { get; init; }

    /// <summary>The BPMN or DMN file; may have errors, but must be readable.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Revision that the editor began from; 0 for a draft that does not exist yet.</summary>
    public required long Revision { get; init; }

    /// <summary>Version that the content began from, or was brought together with since; null when the editor does not say: then it is that of the draft, or the newest.</summary>
    public Guid? BasedOn { get; init; }

    /// <summary>Who saves.</summary>
    public required Guid By { get; init; }
}

/// <summary>An order to publish a draft.</summary>
public sealed record PublishDraft
{
    /// <summary>The county.</summary>
    public required string TenantId { get; init; }

    /// <summary>Process id, or key of the decision.</summary>
    public required string Key { get; init; }

    /// <summary>Revision that was looked at; another one is refused.</summary>
    public required long Revision { get; init; }

    /// <summary>Who publishes.</summary>
    public required Guid By { get; init; }

    /// <summary>What changed, in words; must not be empty.</summary>
    public required string Note { get; init; }
}
