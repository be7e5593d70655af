namespace Platform.Runtime.Persistence;

/// <summary>The parts of which the one model consists: the runtime's own and those of the projects above.</summary>
public sealed class PlatformModel
{
    /// <summary>Puts the model together.</summary>
    /// <param name="parts">Parts of the projects above; the runtime's own tables are always in.</param>
    public PlatformModel(IEnumerable<IModelPart> parts)
    {
        Parts = [new RuntimeModelPart(), .. parts.DistinctBy(p => p.GetType()).OrderBy(p => p.GetType().FullName, StringComparer.Ordinal)];
        Key = string.Join('|', Parts.Select(p => p.GetType().FullName));
    }

    /// <summary>The runtime's part first, then the others by name.</summary>
    internal IReadOnlyList<IModelPart> Parts { get; }

    /// <summary>Equal for equal sets of parts; tells cached models apart.</summary>
    internal string Key { get; }
}
