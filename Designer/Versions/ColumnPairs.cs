using Platform.Decisions.Dmn.Model;
using Platform.Designer.Tables;

namespace Platform.Designer.Versions;

/// <summary>Recognises the columns of a table in another state of it.</summary>
internal static class ColumnPairs
{
    /// <summary>Old and new place of every column: the new ones in order, then those that went. Only columns of one role are the same.</summary>
    internal static IReadOnlyList<(int? Old, int? New)> Of(DecisionTable before, DecisionTable after)
    {
        var free = Enumerable.Range(0, before.ColumnCount()).ToList();
        var found = new int?[after.ColumnCount()];
        foreach (var key in new Func<DecisionTable, int, string?>[] { IdOf, SubjectOf, LabelOf })
        {
            for (var column = 0; column < found.Length; column++)
            {
                if (found[column] is null && key(after, column) is { Length: > 0 } wanted
                    && free.FirstOrDefault(old => RoleOf(before, old) == RoleOf(after, column) && key(before, old) == wanted, -1) is var same and >= 0)
                {
                    found[column] = same;
                    free.Remove(same);
                }
            }
        }

        // What is left and stands at the same place of its kind was described otherwise.
        for (var column = 0; column < found.Length; column++)
        {
            if (found[column] is null && free.FirstOrDefault(old => before.ColumnAt(old) == after.ColumnAt(column), -1) is var same and >= 0)
            {
                found[column] = same;
                free.Remove(same);
            }
        }

        return [.. found.Select((old, place) => (old, (int?)place)), .. free.Select(old => ((int?)old, (int?)null))];
    }

    private static ColumnRole RoleOf(DecisionTable table, int column) => table.ColumnAt(column).Role;

    private static string? IdOf(DecisionTable table, int column)
    {
        var (role, index) = table.ColumnAt(column);
        return role switch { ColumnRole.Input => table.Inputs[index].Id, ColumnRole.Output => table.Outputs[index].Id, _ => null };
    }

    private static string? SubjectOf(DecisionTable table, int column) => table.Settings(column).Subject;

    private static string? LabelOf(DecisionTable table, int column) => table.Settings(column).Label;
}
