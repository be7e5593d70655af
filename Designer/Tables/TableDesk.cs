using System.Collections.Immutable;
using Platform.Decisions.Dmn.Model;
using Platform.Designer.Conditions;
using Platform.Designer.Deciding;
using Platform.Designer.Expressions;

namespace Platform.Designer.Tables;

/// <summary>What a person has before them: the table, the cells that are selected, and what is known of the columns. Every order of the grid ends here.</summary>
/// <param name="session">The table in the work.</param>
/// <param name="aids">What is known around it; null for nothing.</param>
public sealed class TableDesk(TableSeat session, TableAids? aids = null)
{
    /// <summary>The selected cells; the active one is typed into.</summary>
    public CellRange Range { get; private set; } = CellRange.At(0, 0);

    /// <summary>What the last look at the table found.</summary>
    public TableReview Review { get; set; } = TableReview.None;

    /// <summary>The columns as far as they are known.</summary>
    public ImmutableArray<CellColumn> Columns =>
        Review.Columns.Length == Table.ColumnCount() ? Review.Columns : TableReview.PlainColumns(Table, Aids.Lists);

    /// <summary>What is known around the table.</summary>
    public TableAids Aids { get; set; } = aids ?? TableAids.None;

    /// <summary>The table in the work.</summary>
    public TableSeat Seat => session;

    private DecisionTable Table => session.Table;

    /// <summary>Moves the selection by a key; Enter and Tab behind the last cell make one more rule.</summary>
    /// <param name="key">Name of the key.</param>
    /// <param name="extend">Whether shift is held.</param>
    /// <param name="far">Whether control is held.</param>
    public void Move(string key, bool extend, bool far)
    {
        CellRange next = TableMoves.After(Range, key, extend, far, Table.Rules.Count, Table.ColumnCount());
        if (Table.Rules.Count > 0 && next.Active.Rule == Table.Rules.Count)
        {
            session.Change(Table.InsertRules(Table.Rules.Count));
        }

        Range = next;
    }

    /// <summary>Selects a cell, or the rectangle up to it.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="column">The column.</param>
    /// <param name="extend">Whether the rectangle is wanted.</param>
    public void Select(int rule, int column, bool extend = false)
    {
        CellPlace place = new(Math.Clamp(rule, 0, Math.Max(0, Table.Rules.Count - 1)), Math.Clamp(column, 0, Math.Max(0, Table.ColumnCount() - 1)));
        Range = extend ? Range with { Active = place } : new CellRange(place, place);
    }

    /// <summary>A cell in words.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="column">The column.</param>
    public string Words(int rule, int column) => CellWords.Show(Table.CellText(rule, column), Columns[column]);

    /// <summary>What may be written next in the active cell.</summary>
    /// <param name="typed">What stands in the field.</param>
    /// <param name="caret">Where the cursor stands in it.</param>
    /// <param name="asked">Whether somebody asked for offers.</param>
    public IReadOnlyList<Offer> Offers(string typed, int caret, bool asked)
    {
        int column = Range.Active.Column;
        return column >= Columns.Length ? [] : CellCompletion.For(typed, caret, Columns[column], Variables, Enumerable.Range(0, Table.Rules.Count).Select(rule => Words(rule, column)).Distinct(), asked);
    }

    /// <summary>What expressions in cells can name: what the columns read, then what the processes hand over.</summary>
    private IReadOnlyList<ConditionVariable> Variables =>
    [
        .. Table.Inputs.Select((input, i) => (Name: input.Expression.Text ?? "", Column: Columns[i])).Where(input => input.Name.Length > 0)
            .Select(input => new ConditionVariable(input.Name, input.Column.Shape.Label, ConditionKind.Text, [.. input.Column.Offered.Select(o => new ConditionChoice(o.Value, o.Text))]))
            .Concat(Aids.Variables).DistinctBy(variable => variable.Name),
    ];

    /// <summary>Takes rules that were dragged: the dragged one, or all selected ones when it is among them.</summary>
    /// <param name="from">The rule that was taken hold of.</param>
    /// <param name="before">The rule before which they were dropped; the number of rules for the end.</param>
    public void DropRules(int from, int before)
    {
        bool isSelected = from >= Range.FirstRule && from <= Range.LastRule;
        (int first, int count) = isSelected ? (Range.FirstRule, Math.Min(Range.RuleCount, Table.Rules.Count - Range.FirstRule)) : (from, 1);
        int by = before <= first ? before - first : Math.Max(0, before - first - count);
        DecisionTable moved = by == 0 ? Table : Table.MoveRules(first, count, by);
        if (!ReferenceEquals(moved, Table))
        {
            session.Change(moved);
            Range = new CellRange(new CellPlace(first + by, isSelected ? Range.Anchor.Column : Range.Active.Column), new CellPlace(first + by + count - 1, Range.Active.Column));
        }
    }

    /// <summary>Takes a column that was dragged; it stays among its kind.</summary>
    /// <param name="from">The column.</param>
    /// <param name="before">The column before which it was dropped; the one behind the last of its kind for the end.</param>
    /// <returns>Where it stands now.</returns>
    public int DropColumn(int from, int before)
    {
        int by = before <= from ? before - from : before - from - 1;
        DecisionTable moved = by == 0 ? Table : Table.MoveColumn(from, by);
        if (ReferenceEquals(moved, Table))
        {
            return from;
        }

        session.Change(moved);
        Select(Range.Active.Rule, from + by);
        return from + by;
    }

    /// <summary>Selects whole rules.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="extend">Whether all from where the selection began.</param>
    public void SelectRule(int rule, bool extend)
    {
        int anchor = extend ? Range.Anchor.Rule : rule;
        Range = new CellRange(new CellPlace(anchor, Table.ColumnCount() - 1), new CellPlace(rule, 0));
    }

    /// <summary>Takes what was typed into a cell. What cannot be understood is kept as it was typed, and marked.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="column">The column.</param>
    /// <param name="typed">The words.</param>
    public CellReading Commit(int rule, int column, string typed)
    {
        if (rule >= Table.Rules.Count || column >= Table.ColumnCount())
        {
            return new CellReading("");
        }

        // Leaving a cell as it was must not rewrite it in other words.
        if (typed == Words(rule, column))
        {
            return new CellReading(Table.CellText(rule, column));
        }

        CellReading reading = CellWords.Read(typed, Columns[column]);
        session.Change(Table.WithCells([(new CellPlace(rule, column), reading.Feel)]));
        return reading;
    }

    /// <summary>Pastes rows of a spreadsheet from the selection's first cell on; rules are added as needed. One cell fills the whole selection.</summary>
    /// <param name="text">The clipboard's text.</param>
    /// <returns>How many cells could not be understood.</returns>
    public int Paste(string text)
    {
        IReadOnlyList<IReadOnlyList<string>> rows = TableClipboard.Read(text);
        if (rows.Count == 0)
        {
            return 0;
        }

        (int first, int column) = (Range.FirstRule, Range.FirstColumn);
        bool fills = rows is [[_]] && Range.Anchor != Range.Active;
        int count = fills ? Range.RuleCount : rows.Count;
        int width = fills ? Range.LastColumn - column + 1 : rows.Max(r => r.Count);
        DecisionTable table = first + count > Table.Rules.Count ? Table.InsertRules(Table.Rules.Count, first + count - Table.Rules.Count) : Table;
        int wrong = 0;
        List<(CellPlace, string)> cells = [];
        for (int r = 0; r < count; r++)
        {
            IReadOnlyList<string> row = fills ? Enumerable.Repeat(rows[0][0], width).ToList() : rows[r];
            for (int c = 0; c < row.Count && column + c < table.ColumnCount(); c++)
            {
                CellReading reading = CellWords.Read(TableClipboard.OneLine(row[c]), Columns[column + c]);
                wrong += reading.IsValid ? 0 : 1;
                cells.Add((new CellPlace(first + r, column + c), reading.Feel));
            }
        }

        session.Change(table.WithCells(cells));
        Range = new CellRange(new CellPlace(first, column), new CellPlace(first + count - 1, Math.Min(column + width, table.ColumnCount()) - 1));
        return wrong;
    }

    /// <summary>The selected cells in words, for a spreadsheet.</summary>
    /// <param name="cut">Whether to empty them.</param>
    public string Copy(bool cut)
    {
        string text = TableClipboard.Write(Enumerable.Range(Range.FirstRule, Range.RuleCount).Where(r => r < Table.Rules.Count)
            .Select(r => Enumerable.Range(Range.FirstColumn, Range.LastColumn - Range.FirstColumn + 1).Select(c => Words(r, c))));
        if (cut)
        {
            session.Change(Table.Clear(Range));
        }

        return text;
    }

    /// <summary>Carries an order of keys or buttons out; unknown ones do nothing.</summary>
    /// <param name="name">Undo, Redo, FillDown, Clear, InsertBelow, InsertAbove, RemoveRules, Duplicate, MoveUp or MoveDown.</param>
    public void Do(string name)
    {
        (int first, int count) = (Range.FirstRule, Math.Min(Range.RuleCount, Table.Rules.Count - Range.FirstRule));
        switch (name)
        {
            case "Undo":
                session.Undo();
                break;
            case "Redo":
                session.Redo();
                break;
            case "FillDown":
                session.Change(Table.FillDown(Range));
                break;
            case "Clear":
                session.Change(Table.Clear(Range));
                break;
            case "InsertAbove":
                session.Change(Table.InsertRules(first));
                Select(first, Range.Active.Column);
                break;
            case "InsertBelow":
                int at = Table.Rules.Count == 0 ? 0 : Range.LastRule + 1;
                session.Change(Table.InsertRules(at));
                Select(at, Range.FirstColumn);
                break;
            case "RemoveRules" when count > 0:
                session.Change(Table.RemoveRules(first, count));
                Select(first, Range.Active.Column);
                break;
            case "Duplicate" when count > 0:
                session.Change(Table.DuplicateRules(first, count));
                Shift(count);
                break;
            case "MoveUp" or "MoveDown" when count > 0:
                int by = name == "MoveUp" ? -1 : 1;
                DecisionTable moved = Table.MoveRules(first, count, by);
                if (!ReferenceEquals(moved, Table))
                {
                    session.Change(moved);
                    Shift(by);
                }

                break;
            default:
                break;
        }

        if (session.IsTable)
        {
            Select(Range.Anchor.Rule, Range.Anchor.Column, Range);
        }
    }

    private void Shift(int by) => Range = new CellRange(Range.Anchor with { Rule = Range.Anchor.Rule + by }, Range.Active with { Rule = Range.Active.Rule + by });

    // After undo and the like the table may have become smaller than the selection.
    private void Select(int rule, int column, CellRange range)
    {
        Select(rule, column);
        CellRange anchor = Range;
        Select(range.Active.Rule, range.Active.Column);
        Range = new CellRange(anchor.Anchor, Range.Active);
    }
}
