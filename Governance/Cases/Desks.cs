using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Cases;

/// <summary>Registration desks: offices of a Party committee whose posts include a registrar.</summary>
internal static class Desks
{
    public const string RegistrarRole = "registrar";

    /// <summary>The desk of a committee; null when it has none.</summary>
    public static OrgUnitRow? Of(OrgDirectory directory, Guid committee, DateTimeOffset now) => directory.WithDescendants(committee)
        .FirstOrDefault(unit => unit.ParentId == committee && unit.Kind == OrgUnitKind.Office && IsDesk(directory, unit, now));

    /// <summary>The desk at which a person registers; null when they hold no such post.</summary>
    public static OrgUnitRow? At(OrgDirectory directory, Guid person, DateTimeOffset now) =>
        directory.PostsOf(person, now).Where(held => held.Post.Role == RegistrarRole).Select(held => held.Unit).FirstOrDefault()
        ?? directory.PostsOf(person, now).Where(held => IsDesk(directory, held.Unit, now)).Select(held => held.Unit).FirstOrDefault();

    /// <summary>The committee above a desk.</summary>
    public static OrgUnitRow Committee(OrgDirectory directory, OrgUnitRow desk) =>
        directory.Ancestors(desk.Id).FirstOrDefault() ?? throw new InvalidOperationException($"Expected desk {desk.Code} to belong to a committee, but it has no unit above.");

    /// <summary>X county, Z town, C village.</summary>
    public static string Level(OrgDirectory directory, OrgUnitRow desk) => Committee(directory, desk).Kind switch
    {
        OrgUnitKind.Town => "Z",
        OrgUnitKind.Village => "C",
        _ => "X",
    };

    private static bool IsDesk(OrgDirectory directory, OrgUnitRow unit, DateTimeOffset now) => directory.HoldersByRole(RegistrarRole, unit.Id, now).Any();
}
