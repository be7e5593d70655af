using Platform.Kernel;
using Platform.Kernel.Execution;

namespace Platform.Runtime.Instances;

/// <summary>An order to change one instance. Either <see cref="Trigger"/> or <see cref="Decide"/> says how.</summary>
public sealed record InstanceCommand
{
    /// <summary>The county.</summary>
    public required string TenantId { get; init; }

    /// <summary>The instance; may be empty when <see cref="TaskId"/> leads to it.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>Task that the command is about; it is loaded with its people in the same round trip.</summary>
    public Guid? TaskId { get; init; }

    /// <summary>Id chosen by the caller; repeating it gives the first answer and changes nothing.</summary>
    public required Guid CommandId { get; init; }

    /// <summary>Who orders it.</summary>
    public required Actor Actor { get; init; }

    /// <summary>What to do, when that is certain before anything is loaded.</summary>
    public Trigger? Trigger { get; init; }

    /// <summary>What must commit together with the trigger; null for nothing.</summary>
    public StepAdditions? Additions { get; init; }

    /// <summary>Whether it is carried out on an instance that rests: it ends the rest, or the instance.</summary>
    public bool ReachesSuspended { get; init; }

    /// <summary>Decides on what was loaded; asked again when another writer was faster, so it must have no effects.</summary>
    public Func<StepFacts, CancellationToken, ValueTask<Result<StepDecision>>>? Decide { get; init; }
}
