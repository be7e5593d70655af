using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Places;

/// <summary>The towns and villages of a county, read from its organisation.</summary>
public sealed class CasePlaces(OrgCache org)
{
    /// <summary>Ending of the code of a village committee; before it stands the village's own code.</summary>
    private const string CommitteeEnding = "-cwh";

    private static readonly (string Ending, string Place)[] CommitteeNames = [("村村民委员会", "村"), ("社区居民委员会", "社区"), ("村民委员会", "村"), ("居民委员会", "社区")];

    /// <summary>The towns in order, each with its villages.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<Town>> TownsAsync(string tenantId, CancellationToken ct)
    {
        var directory = await org.GetAsync(tenantId, ct);
        var units = directory.Units.Where(unit => unit.IsActive && unit.Hierarchy == OrgHierarchy.Government).OrderBy(unit => unit.Code, StringComparer.Ordinal).ToList();
        var villages = units.Where(unit => unit.Kind == OrgUnitKind.Village && unit.Code.EndsWith(CommitteeEnding, StringComparison.Ordinal)).ToLookup(unit => unit.ParentId);
        return [.. units.Where(unit => unit.Kind == OrgUnitKind.Town).Select(town => new Town(town.Code, town.ShortName, [.. villages[town.Id].Select(unit => Village(unit, town))]))];
    }

    /// <summary>Code of the town in which a unit lies; null for a unit of the county.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="unitId">The unit.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<string?> TownOfAsync(string tenantId, Guid unitId, CancellationToken ct)
    {
        var directory = await org.GetAsync(tenantId, ct);
        var town = directory.Ancestors(unitId).Prepend(directory.Unit(unitId)).FirstOrDefault(unit => unit?.Kind == OrgUnitKind.Town);
        return town switch
        {
            null => null,
            { Hierarchy: OrgHierarchy.Government } => town.Code,
            // The committee of a town and its government stand side by side under one name.
            _ => directory.Units.FirstOrDefault(unit => unit.Kind == OrgUnitKind.Town && unit.Hierarchy == OrgHierarchy.Government && town.Name.Contains(unit.ShortName, StringComparison.Ordinal))?.Code,
        };
    }

    private static Village Village(OrgUnitRow unit, OrgUnitRow town)
    {
        var name = unit.Name.StartsWith(town.ShortName, StringComparison.Ordinal) ? unit.Name[town.ShortName.Length..] : unit.Name;
        var (ending, place) = Array.Find(CommitteeNames, pair => name.EndsWith(pair.Ending, StringComparison.Ordinal));
        return new Village(unit.Code[..^CommitteeEnding.Length], ending is null ? name : name[..^ending.Length] + place);
    }
}
