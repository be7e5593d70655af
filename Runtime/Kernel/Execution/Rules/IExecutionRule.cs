using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution.Rules;

/// <summary>
/// Something that crosses elements. Rules are asked in one fixed order, on entering before the behavior and on completing before leaving.
/// A rule that answers true has taken the token over: later rules and the element itself are not asked.
/// On entering, a rule must bear being asked again for the same token, because a stuck token enters again.
/// </summary>
internal interface IExecutionRule
{
    /// <summary>A token is about to run its element.</summary>
    bool OnEnter(StepRun run, Token token, Node node) => false;

    /// <summary>An element has done its work and is about to be left.</summary>
    bool OnComplete(StepRun run, Token token, Node node, string? outcome) => false;
}

/// <summary>Something that can only be decided when no token moves.</summary>
internal interface IQuietRule
{
    /// <summary>Looks at the whole state; true when a token moves again.</summary>
    bool OnQuiet(StepRun run);
}
