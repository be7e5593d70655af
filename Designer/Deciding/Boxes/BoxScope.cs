using Platform.Decisions.Dmn.Model;
using Platform.Designer.Conditions;

namespace Platform.Designer.Deciding.Boxes;

/// <summary>The names that boxes give to what is inside them.</summary>
internal static class BoxScope
{
    /// <summary>A name of which no type is known.</summary>
    internal static ConditionVariable Variable(string name) => new(name, name, ConditionKind.Text, []);

    /// <summary>A named value with its type.</summary>
    internal static ConditionVariable Variable(InformationItem item) => new(
        item.Name,
        item.Name,
        item.TypeRef switch { "number" => ConditionKind.Number, "boolean" => ConditionKind.Boolean, "date" => ConditionKind.Date, _ => ConditionKind.Text },
        []);
}
