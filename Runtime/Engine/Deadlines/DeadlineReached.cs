using Platform.Runtime.Calendar;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Deadlines;

/// <summary>A deadline reached a level.</summary>
/// <param name="Deadline">The clock; not to be changed.</param>
/// <param name="Task">The task that is late or soon due; null when the clock is on the whole matter.</param>
/// <param name="Key">What was reached: <c>reminder</c>, <c>yellow</c>, <c>orange</c>, <c>red</c>, <c>line1</c> to <c>line3</c>, with a revision after an extension.</param>
/// <param name="At">The instant at which it was due to be reached.</param>
/// <param name="Recipients">The people it was sent to.</param>
public sealed record DeadlineReached(DeadlineRow Deadline, TaskRow? Task, string Key, DateTimeOffset At, IReadOnlyList<Guid> Recipients)
{
    /// <summary>The warning level; red for lines of supervision.</summary>
    public WarningLevel Level => DeadlinePlan.LevelOf(Key);

    /// <summary>The line of supervision that is called on, 1 to 3; 0 for a warning or card.</summary>
    public int Line => Key.StartsWith("line", StringComparison.Ordinal) ? Key[4] - '0' : 0;
}
