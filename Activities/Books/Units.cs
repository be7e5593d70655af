using Platform.Decisions.Feel;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Activities.Books;

/// <summary>Reads units out of forms and variables, where they stand as id or code.</summary>
internal static class Units
{
    /// <summary>The unit that a value names; null when it names none.</summary>
    public static OrgUnitRow? Find(OrgDirectory directory, FeelValue value) =>
        value is FeelString { Value.Length: > 0 } text ? directory.FindUnit(text.Value) : null;

    /// <summary>The units that a list names.</summary>
    public static IReadOnlyList<OrgUnitRow> FindAll(OrgDirectory directory, FeelValue value) => value is FeelList list
        ? [.. list.Items.Select(item => Find(directory, item)).OfType<OrgUnitRow>().DistinctBy(unit => unit.Id)]
        : [];

    /// <summary>Codes of units as a list for the process.</summary>
    public static FeelValue Codes(IEnumerable<OrgUnitRow> units) => FeelValue.Of(units.Select(unit => FeelValue.Of(unit.Code)));
}
