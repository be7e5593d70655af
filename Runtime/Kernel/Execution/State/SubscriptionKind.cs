namespace Platform.Kernel.Execution;

/// <summary>What a subscription waits for. Numbers are stored; never renumber.</summary>
public enum SubscriptionKind
{
    /// <summary>A message.</summary>
    Message = 0,

    /// <summary>A signal.</summary>
    Signal = 1,

    /// <summary>A condition over variables; watched by the kernel.</summary>
    Conditional = 2,
}
