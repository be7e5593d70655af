namespace Platform.Designer.Editing;

/// <summary>Something that is edited with a history and kept as one file: a process, or a decision table.</summary>
public interface IDesign
{
    /// <summary>Counts the changes, undoing and redoing included. Must change with every change, and never otherwise.</summary>
    long ChangeNumber { get; }

    /// <summary>The present state as a file.</summary>
    byte[] ToFile();

    /// <summary>Goes on after somebody else kept a newer state. Both states must stay in the history, so that undo brings either back.</summary>
    /// <param name="theirs">Their file; null when there is none any more.</param>
    /// <param name="withTheirs">True to go on with theirs, false with one's own.</param>
    void Settle(byte[]? theirs, bool withTheirs);
}
