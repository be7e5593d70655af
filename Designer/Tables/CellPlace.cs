namespace Platform.Designer.Tables;

/// <summary>A cell of a table: rule and column, both counted from 0. Columns run through inputs, outputs and annotations.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Column">The column.</param>
public readonly record struct CellPlace(int Rule, int Column);

/// <summary>A rectangle of cells, from where the selection began to where it stands.</summary>
/// <param name="Anchor">Where it began.</param>
/// <param name="Active">The cell that is typed into.</param>
public readonly record struct CellRange(CellPlace Anchor, CellPlace Active)
{
    /// <summary>First rule in it.</summary>
    public int FirstRule => Math.Min(Anchor.Rule, Active.Rule);

    /// <summary>Last rule in it.</summary>
    public int LastRule => Math.Max(Anchor.Rule, Active.Rule);

    /// <summary>First column in it.</summary>
    public int FirstColumn => Math.Min(Anchor.Column, Active.Column);

    /// <summary>Last column in it.</summary>
    public int LastColumn => Math.Max(Anchor.Column, Active.Column);

    /// <summary>How many rules it spans.</summary>
    public int RuleCount => LastRule - FirstRule + 1;

    /// <summary>One cell.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="column">The column.</param>
    public static CellRange At(int rule, int column) => new(new CellPlace(rule, column), new CellPlace(rule, column));

    /// <summary>Whether a cell lies in it.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="column">The column.</param>
    public bool Contains(int rule, int column) => rule >= FirstRule && rule <= LastRule && column >= FirstColumn && column <= LastColumn;
}
