namespace Platform.Runtime.Definitions;

/// <summary>An order to publish files.</summary>
public sealed record Deploy
{
    /// <summary>The county.</summary>
    public required string TenantId { get; init; }

    /// <summary>Name for people, for example the template's.</summary>
    public required string Name { get; init; }

    /// <summary>Files by name: <c>*.bpmn</c>, <c>*.dmn</c>, <c>*.form.json</c>, and anything else as text kept with them.</summary>
    public required IReadOnlyDictionary<string, byte[]> Files { get; init; }

    /// <summary>Who publishes; null for the platform at set-up.</summary>
    public Guid? By { get; init; }

    /// <summary>Why; null for no note.</summary>
    public string? Note { get; init; }

    /// <summary>Whether the files become a new version even when the same were published before: to go back to an old one.</summary>
    public bool AsNewVersion { get; init; }

    /// <summary>The version that must still be the newest one of its decision when these files are written; null when it does not matter.</summary>
    public DecisionPlace? After { get; init; }
}

/// <summary>A version of a decision that something follows.</summary>
/// <param name="Key">Key of the decision.</param>
/// <param name="Version">Identity of the version; null for a decision that was never published.</param>
public sealed record DecisionPlace(string Key, Guid? Version);
