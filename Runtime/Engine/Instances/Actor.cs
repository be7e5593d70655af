using Platform.Runtime.Persistence;

namespace Platform.Runtime.Instances;

/// <summary>Who causes a step.</summary>
/// <param name="PersonId">The person who acts; null for the system and the public.</param>
/// <param name="OnBehalfOf">The person represented; null when nobody is.</param>
/// <param name="Kind">What sort of actor it is.</param>
public sealed record Actor(Guid? PersonId, Guid? OnBehalfOf, ActorKind Kind)
{
    /// <summary>The platform itself: timers, jobs, recovery.</summary>
    public static Actor System { get; } = new(null, null, ActorKind.System);

    /// <summary>A citizen, of whom nothing is recorded.</summary>
    public static Actor Public { get; } = new(null, null, ActorKind.Public);

    /// <summary>A person who acts for themselves, or for another.</summary>
    public static Actor Person(Guid personId, Guid? onBehalfOf = null) => new(personId, onBehalfOf, ActorKind.Person);
}
