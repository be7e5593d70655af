using Platform.Decisions.Analysis;
using Platform.Decisions.Feel;
using Platform.Designer.Conditions;

namespace Platform.Designer.Tables;

/// <summary>What a cell is for: its column, and whether it tests or concludes.</summary>
/// <param name="Role">Condition, conclusion or remark.</param>
/// <param name="Shape">What is known of the column.</param>
/// <param name="Picks">The values to pick from, when the column names a list; its words stand in the cells instead of the values.</param>
public sealed record CellColumn(ColumnRole Role, ColumnShape Shape, PickList? Picks = null)
{
    /// <summary>What can be chosen, as it is typed and shown, with the value behind it; empty when anything can be written.</summary>
    public IReadOnlyList<ConditionChoice> Offered => Picks is not null
        ? [.. Picks.Items.Where(item => Shape.Choices.Count == 0 || Shape.Choices.Contains(ValueOf(item)))]
        : Shape.Choices.Count > 0 ? [.. Shape.Choices.Select(choice => CellWords.Show(choice.ToString()!, this with { Role = ColumnRole.Output })).Select(shown => new ConditionChoice(shown, shown))]
        : Shape.Values == ColumnValues.Boolean ? [new ConditionChoice("是", "是"), new ConditionChoice("否", "否")]
        : [];

    /// <summary>The word of the list for a value; null when there is none.</summary>
    internal string? WordOf(FeelValue value) => Picks?.Items.FirstOrDefault(item => ValueOf(item).Equals(value))?.Text is { } word && ValueWords.IsPlain(word) ? word : null;

    /// <summary>The value that a word of the list, or the value itself, stands for; null when it is not in the list.</summary>
    internal FeelValue? Picked(string typed) => Picks is null ? null
        : (Picks.Items.FirstOrDefault(item => item.Text == typed) ?? Picks.Items.FirstOrDefault(item => item.Value == typed)) is { } item ? ValueOf(item) : null;

    /// <summary>Whether a constant may stand in the column as far as its list goes.</summary>
    internal bool Allows(FeelValue value) => Picks is null || value.IsNull || Picks.Items.Any(item => ValueOf(item).Equals(value));

    // Dictionaries keep texts; a column of numbers compares numbers.
    private FeelValue ValueOf(ConditionChoice item) =>
        Shape.Values is ColumnValues.Number or ColumnValues.Boolean && ValueWords.Read(item.Value, Shape.Values) is { } value ? value : FeelValue.Of(item.Value);
}
