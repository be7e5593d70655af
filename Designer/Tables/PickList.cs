using System.Collections.Immutable;
using Platform.Designer.Conditions;

namespace Platform.Designer.Tables;

/// <summary>Values that people pick by their words: a dictionary of the county, or its units.</summary>
/// <param name="Name">Name under which a column asks for it.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Items">The values with their words, in order.</param>
public sealed record PickList(string Name, string Title, ImmutableArray<ConditionChoice> Items)
{
    /// <summary>Name of the list with the choices of a form field.</summary>
    /// <param name="field">Key of the field.</param>
    public static string OfField(string field) => "field:" + field;

    /// <summary>Name of the list of the county's units.</summary>
    public const string Units = "units";
}
