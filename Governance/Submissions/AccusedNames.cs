using Platform.Runtime.Org;

namespace Platform.Governance.Submissions;

/// <summary>
/// Finds whom a citizen accuses by the names they wrote. Whoever bears such a name is kept out, namesakes too: to keep out one
/// too many does no harm, to show it to the accused does.
/// </summary>
internal static class AccusedNames
{
    private const int ShortestName = 2;

    /// <summary>Nobody is accused.</summary>
    public static (IReadOnlyList<Guid> People, IReadOnlyList<Guid> Units) Nobody { get; } = ([], []);

    /// <summary>People and units whose names stand in the text.</summary>
    public static (IReadOnlyList<Guid> People, IReadOnlyList<Guid> Units) Find(OrgDirectory directory, string text) =>
    (
        [.. directory.People.Where(person => person.Name.Length >= ShortestName && text.Contains(person.Name, StringComparison.Ordinal)).Select(person => person.Id)],
        [.. directory.Units.Where(unit => text.Contains(unit.Name, StringComparison.Ordinal) || text.Contains(unit.ShortName, StringComparison.Ordinal)).Select(unit => unit.Id)]
    );
}
