namespace Platform.Kernel.Execution;

/// <summary>
/// The meaning of one kind of element: what it wants when a token enters it. An implementer reads the visit and returns a decision;
/// it keeps no state and changes nothing. What crosses elements (borders, loops, scopes, errors) is not its business but that of a rule.
/// </summary>
internal interface IElementBehavior
{
    /// <summary>What the element wants now that a token is here.</summary>
    Decision Enter(in Visit visit);
}
