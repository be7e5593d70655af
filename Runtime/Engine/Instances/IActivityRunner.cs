using Platform.Kernel.Graph;

namespace Platform.Runtime.Instances;

/// <summary>Runs activities that need no people: the wall between the runner and the catalogue of activities.</summary>
/// <remarks>
/// An implementer never throws because of an activity: what goes wrong is a <see cref="ActivityResult.Failed"/>. In a step
/// it may be asked again for the same key when another writer was faster.
/// </remarks>
public interface IActivityRunner
{
    /// <summary>How the element's activity is carried out.</summary>
    /// <param name="node">The element.</param>
    ActivityMode ModeOf(Node node);

    /// <summary>Runs the element's activity.</summary>
    /// <param name="order">Where and with what.</param>
    /// <param name="ct">Gives up.</param>
    ValueTask<ActivityResult> RunAsync(ActivityOrder order, CancellationToken ct);
}
