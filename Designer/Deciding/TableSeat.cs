using System.Collections.Immutable;
using Platform.Decisions.Dmn.Model;
using Platform.Designer.Deciding.Boxes;

namespace Platform.Designer.Deciding;

/// <summary>Where in the work a table stands: it is the whole logic of a decision, or a box inside it.</summary>
/// <param name="session">The work.</param>
/// <param name="place">The box; empty or default for the whole logic.</param>
public sealed class TableSeat(DecisionSession session, ImmutableArray<int> place = default)
{
    /// <summary>The box; empty for the whole logic.</summary>
    public ImmutableArray<int> Place { get; } = place.IsDefault ? [] : place;

    /// <summary>Name of the decision or function that it is in.</summary>
    public string Name => session.Element.Name;

    /// <summary>Whether a table stands there; only then <see cref="Table"/> may be read. Undoing may put something else in its place.</summary>
    public bool IsTable => BoxTree.At(session.Logic, Place) is DecisionTable;

    /// <summary>The table as it stands.</summary>
    public DecisionTable Table => BoxTree.At(session.Logic, Place) as DecisionTable ?? throw new InvalidOperationException($"Expected a table at [{string.Join(',', Place)}] of {session.Part}, but there is none.");

    /// <summary>Counts the changes of the whole work.</summary>
    public long ChangeNumber => session.ChangeNumber;

    /// <summary>Takes a changed table over.</summary>
    /// <param name="table">The changed table; the same one changes nothing.</param>
    public void Change(DecisionTable table)
    {
        if (!ReferenceEquals(table, Table) && BoxTree.With(session.Logic, Place, table) is { } logic)
        {
            session.Change(logic);
        }
    }

    /// <summary>Goes back one change of the whole work.</summary>
    public void Undo() => session.Undo();

    /// <summary>Does again what was undone last.</summary>
    public void Redo() => session.Redo();
}
