using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Cases;

/// <summary>
/// Who must not know of a case that accuses somebody: the accused, and the unit of which an accused person is the head,
/// because subordinates do not handle their superior. A desk inside such a unit gives the case up to the next desk above.
/// </summary>
internal static class AccusedRule
{
    /// <summary>Exclusions of a case; the persons and units themselves first.</summary>
    public static IReadOnlyList<(AccessSubjectKind Kind, Guid Id, string Reason)> Exclusions(
        OrgDirectory directory, IEnumerable<Guid> people, IEnumerable<Guid> units, DateTimeOffset now)
    {
        List<(AccessSubjectKind, Guid, string)> found = [];
        foreach (var person in people.Distinct())
        {
            found.Add((AccessSubjectKind.Person, person, "被反映人"));
            found.AddRange(directory.PostsOf(person, now).Where(held => held.Post.IsHead)
                .Select(held => (AccessSubjectKind.Unit, held.Unit.Id, "被反映人负责的单位")));
        }

        found.AddRange(units.Select(unit => (AccessSubjectKind.Unit, unit, "被反映单位")));
        return [.. found.DistinctBy(item => (item.Item1, item.Item2))];
    }

    /// <summary>The first desk, from the given one upwards, that no excluded unit contains; null when even the county's own committee is excluded.</summary>
    public static OrgUnitRow? Desk(OrgDirectory directory, OrgUnitRow desk, IReadOnlySet<Guid> excludedUnits, DateTimeOffset now)
    {
        var current = desk;
        while (current is not null && Covers(directory, current, excludedUnits))
        {
            current = Above(directory, current, now);
        }

        return current;
    }

    /// <summary>The desk of the next Party committee above the desk's own; null for the county's.</summary>
    public static OrgUnitRow? Above(OrgDirectory directory, OrgUnitRow desk, DateTimeOffset now)
    {
        var committee = directory.Ancestors(desk.Id).FirstOrDefault();
        var higher = committee is null ? null : directory.Ancestors(committee.Id).FirstOrDefault();
        return higher is null ? null : Desks.Of(directory, higher.Id, now);
    }

    private static bool Covers(OrgDirectory directory, OrgUnitRow unit, IReadOnlySet<Guid> excluded) =>
        excluded.Contains(unit.Id) || directory.Ancestors(unit.Id).Any(above => excluded.Contains(above.Id));
}
