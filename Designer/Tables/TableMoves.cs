namespace Platform.Designer.Tables;

/// <summary>Where the keys of a spreadsheet lead in a table.</summary>
public static class TableMoves
{
    /// <summary>The selection after a key.</summary>
    /// <param name="range">The selection.</param>
    /// <param name="key">Name of the key as browsers call it: ArrowUp, Tab, Enter, Home, PageDown and so on.</param>
    /// <param name="extend">Whether shift is held: the selection grows; Tab and Enter go backwards instead.</param>
    /// <param name="far">Whether control is held: to the edge of the table.</param>
    /// <param name="rules">Number of rules.</param>
    /// <param name="columns">Number of columns.</param>
    /// <returns>The selection; the same when the key leads nowhere. A rule number equal to <paramref name="rules"/> asks for a new rule.</returns>
    public static CellRange After(CellRange range, string key, bool extend, bool far, int rules, int columns)
    {
        if (rules == 0 || columns == 0)
        {
            return range;
        }

        (int rule, int column) = (range.Active.Rule, range.Active.Column);
        CellPlace next = key switch
        {
            "ArrowUp" => new CellPlace(far ? 0 : rule - 1, column),
            "ArrowDown" => new CellPlace(far ? rules - 1 : rule + 1, column),
            "ArrowLeft" => new CellPlace(rule, far ? 0 : column - 1),
            "ArrowRight" => new CellPlace(rule, far ? columns - 1 : column + 1),
            "Home" => new CellPlace(far ? 0 : rule, 0),
            "End" => new CellPlace(far ? rules - 1 : rule, columns - 1),
            "PageUp" => new CellPlace(rule - 10, column),
            "PageDown" => new CellPlace(rule + 10, column),
            "Enter" => extend ? new CellPlace(rule - 1, column) : new CellPlace(rule + 1, column),
            "Tab" => Along(rule, column, extend ? -1 : 1, columns),
            _ => new CellPlace(rule, column),
        };

        // Enter and Tab at the end of the table ask for one more rule, as people expect who type a list.
        bool asksForMore = key is "Enter" or "Tab" && !extend && next.Rule == rules;
        CellPlace kept = new(asksForMore ? rules : Math.Clamp(next.Rule, 0, rules - 1), Math.Clamp(next.Column, 0, columns - 1));
        return extend && key is not ("Tab" or "Enter") ? range with { Active = kept } : new CellRange(kept, kept);
    }

    private static CellPlace Along(int rule, int column, int by, int columns) => (column + by) switch
    {
        < 0 => rule == 0 ? new CellPlace(0, 0) : new CellPlace(rule - 1, columns - 1),
        var next when next >= columns => new CellPlace(rule + 1, 0),
        var next => new CellPlace(rule, next),
    };
}
