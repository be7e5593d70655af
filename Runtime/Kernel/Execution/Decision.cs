using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution;

/// <summary>What a behavior wants; the interpreter carries it out. A closed union.</summary>
internal abstract record Decision
{
    /// <summary>The element is done; go on by its outgoing flows.</summary>
    internal static readonly Decision Go = new Complete(ImmutableDictionary<string, FeelValue>.Empty);

    /// <summary>Create the human task and wait.</summary>
    internal static readonly Decision Task = new OrderTask();

    /// <summary>Run the activity and wait.</summary>
    internal static readonly Decision Work = new OrderWork();

    /// <summary>Run the inside and wait.</summary>
    internal static readonly Decision Scope = new OpenScope();

    /// <summary>Wait for the other flows of a join.</summary>
    internal static readonly Decision Join = new ArriveAtJoin();

    private Decision()
    {
    }

    internal sealed record Complete(ImmutableDictionary<string, FeelValue> Results) : Decision
    {
        /// <summary>A fact to put on record first; null for none.</summary>
        internal ProcessEvent? Because { get; init; }
    }

    internal sealed record LeaveBy(Flow Flow) : Decision;

    internal sealed record OrderTask : Decision;

    internal sealed record OrderWork : Decision;

    internal sealed record OrderChild(string CalledElement, ImmutableDictionary<string, FeelValue> Variables) : Decision;

    internal sealed record AwaitEvents(ImmutableArray<Node> Events) : Decision;

    internal sealed record OpenScope : Decision;

    internal sealed record ArriveAtJoin : Decision;

    internal sealed record Throw(EventPlan Event) : Decision;

    internal sealed record Terminate : Decision;

    internal sealed record Fail(Problem Problem) : Decision;
}
