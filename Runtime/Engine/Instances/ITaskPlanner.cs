namespace Platform.Runtime.Instances;

/// <summary>Turns an order for a human task into the rows that make it real: the wall between the runner and the knowledge about people, forms and deadlines.</summary>
/// <remarks>
/// An implementer answers from caches: it stands on the path of every step. It must not write, and must give the same rows
/// for the same order except for their ids. A task that nobody may act on is a problem, never a task without people.
/// </remarks>
public interface ITaskPlanner
{
    /// <summary>Plans a task.</summary>
    /// <param name="order">What the kernel ordered and what is known of the instance.</param>
    /// <param name="ct">Gives up.</param>
    ValueTask<TaskPlan> PlanAsync(TaskOrder order, CancellationToken ct);
}
