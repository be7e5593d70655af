using System.Collections.Immutable;

namespace Platform.Runtime.Deadlines;

/// <summary>Something a clock does at an instant: a warning, a card, or the call of a line of supervision.</summary>
/// <param name="At">When.</param>
/// <param name="Level">What: <c>reminder</c>, <c>yellow</c>, <c>orange</c>, <c>red</c>, <c>line1</c> to <c>line3</c>.</param>
/// <param name="Recipients">Whom it reaches beside the holders of the task.</param>
public sealed record DeadlineStep(DateTimeOffset At, string Level, ImmutableArray<Recipient> Recipients)
{
    /// <summary>Name of the step, for the texts of <see cref="Notices"/>; null when there are none.</summary>
    public string? StepName { get; init; }

    /// <summary>What the process itself tells at this instant; null for nothing.</summary>
    public IReadOnlyList<DeadlineNotice>? Notices { get; init; }
}
