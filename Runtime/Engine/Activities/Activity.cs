namespace Platform.Runtime.Activities;

/// <summary>
/// A unit of governance work that processes compose. Derive, mark with <see cref="ActivityAttribute"/>, declare
/// <see cref="Input{T}"/> and <see cref="Output{T}"/> properties, and override <see cref="ExecuteAsync"/>.
/// </summary>
/// <remarks>
/// One object serves all instances at once: services come through the constructor, values through the context, nothing is
/// kept in fields. An automatic activity may be asked again when another step was faster, and a job may run more than once;
/// effects must therefore go through <see cref="ActivityExecutionContext.Enlist"/> or be idempotent by <see cref="ActivityExecutionContext.Key"/>.
/// </remarks>
public abstract class Activity
{
    /// <summary>Ways in which the activity may end; empty when it only ends.</summary>
    public virtual IReadOnlyList<Outcome> Outcomes => [];

    /// <summary>
    /// Does the work. It is complete when the method returns without having created a bookmark, with the outcome given
    /// to <see cref="ActivityExecutionContext.CompleteActivityAsync"/> if any.
    /// </summary>
    /// <param name="context">Inputs, outputs and what belongs to this execution.</param>
    protected internal virtual ValueTask ExecuteAsync(ActivityExecutionContext context) => ValueTask.CompletedTask;
}
