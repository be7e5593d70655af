using System.Collections.Immutable;
using Platform.Kernel.Execution;

namespace Platform.Runtime.Tasks;

/// <summary>What followed from a completion.</summary>
/// <param name="TaskId">The task completed.</param>
/// <param name="InstanceId">Its instance.</param>
/// <param name="NextTasks">Tasks that the completion created.</param>
/// <param name="InstanceStatus">Whether the instance goes on or how it ended.</param>
public sealed record TaskCompleted(Guid TaskId, Guid InstanceId, ImmutableArray<NextTask> NextTasks, InstanceStatus InstanceStatus)
{
    /// <summary>Whether the instance ended with it, well or not.</summary>
    public bool InstanceEnded => InstanceStatus != InstanceStatus.Running;
}

/// <summary>A task that follows.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="ElementId">Its element.</param>
/// <param name="Title">Its name.</param>
/// <param name="AssigneeId">The person responsible; null while it waits to be claimed.</param>
public sealed record NextTask(Guid TaskId, string ElementId, string Title, Guid? AssigneeId);
