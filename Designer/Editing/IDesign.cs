namespace Platform.Designer.Editing;

/// <summary>Something that is edited with a history and kept as one file: a process, or a decision table.</summary>
public interface IDesign
{
    /// <summary>Counts the changes, undoing and redoing included. Must change with every change, and never otherwise.</summary>
    long ChangeNumber { get; }

    /// <summary>The present state as a file.</summary>
    byte[] ToFile();

    /// <summary>Goes on after somebody else kept a newer state. Both states must stay in the history, so that undo brings either back.</summary>
    /// <param name="newest">Their state; null when there is none any more.</param>
    /// <param name="withTheirs">True to go on with theirs, false with one's own.</param>
    void Settle(NewestWork? newest, bool withTheirs);

    /// <summary>Takes over what somebody else changed, when nothing of it was changed here too. One's own state stays in the history.</summary>
    /// <param name="newest">Their state.</param>
    /// <returns>Names of what was taken over; null when a person must choose, and then nothing was changed.</returns>
    IReadOnlyList<string>? Join(NewestWork newest);
}
