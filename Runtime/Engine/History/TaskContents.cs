using Platform.Runtime.Persistence;

namespace Platform.Runtime.History;

/// <summary>Reads the words that were written on a task.</summary>
/// <param name="read">Gives the opinion of a completed task, decrypted when the matter is sealed; null for none.</param>
public sealed class TaskContents(Func<TaskRow, string?> read)
{
    /// <summary>The opinion of a task; null for none.</summary>
    public string? OpinionOf(TaskRow task) => read(task);
}
