namespace Platform.Runtime.Persistence.Sql;

/// <summary>
/// One statement of the hot path, written once and prepared once per connection. Parameters are <c>$1, $2, …</c> in order of <see cref="Kinds"/>;
/// the text uses only what SQLite, PostgreSQL and SQL Server share.
/// </summary>
/// <param name="text">The statement without a closing semicolon.</param>
/// <param name="isGuarded">Whether it must change exactly one row, or else everything in its transaction is undone.</param>
/// <param name="kinds">Kinds of the parameters.</param>
public sealed class SqlText(string text, bool isGuarded, params ColumnKind[] kinds)
{
    /// <summary>A statement that may change any number of rows, or reads.</summary>
    /// <param name="text">The statement without a closing semicolon.</param>
    /// <param name="kinds">Kinds of the parameters.</param>
    public SqlText(string text, params ColumnKind[] kinds)
        : this(text, false, kinds)
    {
    }

    /// <summary>The statement without a closing semicolon.</summary>
    public string Text { get; } = text;

    /// <summary>Whether it must change exactly one row, or else everything in its transaction is undone.</summary>
    public bool IsGuarded { get; } = isGuarded;

    /// <summary>Kinds of the parameters, in order.</summary>
    public IReadOnlyList<ColumnKind> Kinds { get; } = kinds;
}
