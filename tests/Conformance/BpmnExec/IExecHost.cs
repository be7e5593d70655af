using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Kernel;
using Platform.Kernel.Execution;
using Platform.Kernel.Graph;

namespace Platform.Conformance.BpmnExec;

/// <summary>
/// What a case is run on: the kernel alone, or the engine on a database. An implementer works each command off until every token waits,
/// fires timers only in <see cref="AdvanceAsync"/>, and shows in <see cref="Instances"/> what was reached; instances keep their identity.
/// </summary>
internal interface IExecHost : IAsyncDisposable
{
    /// <summary>What the clock shows.</summary>
    DateTimeOffset Now { get; }

    /// <summary>All instances, ended ones too, in the order of starting.</summary>
    IReadOnlyList<ExecInstance> Instances { get; }

    /// <summary>All deployed processes.</summary>
    IReadOnlyCollection<ProcessGraph> Graphs { get; }

    /// <summary>Timers of start events that are still to fire.</summary>
    int PendingStartTimers { get; }

    /// <summary>Deploys files; gives element and text of each error.</summary>
    Task<IReadOnlyList<(string Element, string Text)>> DeployAsync(ExecCase test);

    /// <summary>Starts an instance.</summary>
    Task<Result<ExecInstance>> StartAsync(string process, string? businessKey, ImmutableDictionary<string, FeelValue> variables);

    /// <summary>Starts what a message starts.</summary>
    Task<IReadOnlyList<ExecInstance>> StartByMessageAsync(string message, ImmutableDictionary<string, FeelValue> variables);

    /// <summary>Starts what these variables start.</summary>
    Task<IReadOnlyList<ExecInstance>> StartByConditionAsync(ImmutableDictionary<string, FeelValue> variables);

    /// <summary>Sends a trigger; gives the problem of a refusal.</summary>
    Task<Problem?> SendAsync(ExecInstance instance, Trigger trigger);

    /// <summary>Sends a signal to everything that waits for it.</summary>
    Task BroadcastAsync(string signal, ImmutableDictionary<string, FeelValue> variables);

    /// <summary>Moves the clock and does what falls due on the way.</summary>
    Task AdvanceAsync(IsoDuration by);

    /// <summary>Ends a case: gives what does not hold of the record as a whole.</summary>
    Task<IReadOnlyList<string>> AuditAsync();
}
