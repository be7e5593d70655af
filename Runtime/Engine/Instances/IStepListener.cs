using Platform.Kernel.Graph;

namespace Platform.Runtime.Instances;

/// <summary>Somebody who keeps something in step with instances, in the same transaction (a case, a register).</summary>
/// <remarks>
/// An implementer may read and change rows on <see cref="StepContext.Db"/> and nothing else: no other transaction, no outside effect,
/// no long work. It may be called again for a step that another writer overtook. An exception undoes the step.
/// </remarks>
public interface IStepListener
{
    /// <summary>Whether it wants to hear of instances of this process. When nobody does, steps make no EF context at all.</summary>
    /// <param name="graph">The process.</param>
    bool Wants(ProcessGraph graph);

    /// <summary>A step is about to commit; its rows are written already.</summary>
    /// <param name="step">The step.</param>
    /// <param name="ct">Gives up.</param>
    Task OnStepAsync(StepContext step, CancellationToken ct);
}
