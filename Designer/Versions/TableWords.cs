using Microsoft.Extensions.Localization;
using Platform.Designer.Tables;
using Platform.Designer.Texts;

namespace Platform.Designer.Versions;

/// <summary>Says in sentences what changed in a decision table.</summary>
/// <param name="texts">The texts of comparing versions.</param>
internal sealed class TableWords(IStringLocalizer<VersionTexts> texts)
{
    /// <summary>So many rules are told one by one; the table beside the words shows the others.</summary>
    internal const int MostRules = 12;

    /// <summary>The sentences, columns before rules.</summary>
    /// <param name="subject">What is spoken of, in words.</param>
    /// <param name="diff">What changed.</param>
    internal IEnumerable<string> Of(string subject, TableDiff diff)
    {
        foreach (var column in diff.Columns.Where(column => column.Kind is not null))
        {
            var name = texts["Table.Column." + column.Role, column.Label];
            switch (column.Kind)
            {
                case ChangeKind.Added:
                    yield return texts["Table.ColumnAdded", subject, name];
                    break;
                case ChangeKind.Removed:
                    yield return texts["Table.ColumnRemoved", subject, name];
                    break;
                default:
                    foreach (var part in column.Parts)
                    {
                        yield return texts["Table.ColumnChanged", subject, name, texts["Column." + part.Name], Shown(part.Before), Shown(part.After)];
                    }

                    break;
            }
        }

        foreach (var sentence in diff.Rules.Take(MostRules).SelectMany(rule => Rule(subject, diff, rule)))
        {
            yield return sentence;
        }

        if (diff.Rules.Length > MostRules)
        {
            yield return texts["Table.More", diff.Rules.Length - MostRules];
        }
    }

    private IEnumerable<string> Rule(string subject, TableDiff diff, DiffRule rule) => rule.Kind switch
    {
        ChangeKind.Added => [texts["Table.RuleAdded", subject, rule.NewNumber!, Cells(diff, rule.Cells.Select(cell => cell.After))]],
        ChangeKind.Removed => [texts["Table.RuleRemoved", subject, rule.OldNumber!, Cells(diff, rule.Cells.Select(cell => cell.Before))]],
        ChangeKind.Moved => [texts["Table.RuleMoved", subject, rule.OldNumber!, rule.NewNumber!]],
        _ => diff.Columns.Zip(rule.Cells).Where(cell => cell.First.Kind is not (ChangeKind.Added or ChangeKind.Removed) && cell.Second.Before != cell.Second.After)
            .Select(cell => texts["Table.CellChanged", subject, rule.NewNumber!, cell.First.Label, Words(cell.First, cell.Second.Before), Words(cell.First, cell.Second.After)].Value),
    };

    private string Cells(TableDiff diff, IEnumerable<string?> cells) => string.Join(
        texts["Table.Comma"], diff.Columns.Zip(cells).Where(cell => !string.IsNullOrEmpty(cell.Second)).Select(cell => texts["Table.Cell", cell.First.Label, cell.Second!].Value));

    private string Words(DiffColumn column, string? cell) => string.IsNullOrEmpty(cell) ? texts[column.Role == ColumnRole.Input ? "Table.Any" : "Table.Empty"] : cell;

    private string Shown(string? value) => value is null ? texts["Table.Nothing"] : texts["Value." + value] is { ResourceNotFound: false } known ? known.Value : value;
}
