using Platform.Runtime.Access;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Notifications;

/// <summary>Who may be told of a matter at all. A message never makes a matter known to somebody for whom it must not exist.</summary>
internal static class NoticeAudience
{
    /// <summary>Whether a person may learn of a matter of a scope without working on it.</summary>
    /// <param name="scope">Who may know of the matter.</param>
    /// <param name="rights">What the person may do beyond their own work.</param>
    public static bool MayKnow(InformationScope scope, ViewerRights rights) => scope switch
    {
        InformationScope.Sealed => rights.HasFlag(ViewerRights.ReadSealed),
        InformationScope.Restricted => rights.HasFlag(ViewerRights.ReadRestricted),
        _ => true,
    };

    /// <summary>Whether a matter must not exist for a person: themselves, or through a unit of theirs or one above it.</summary>
    /// <param name="directory">The county's organisation.</param>
    /// <param name="now">The instant asked about.</param>
    /// <param name="people">People who must not know.</param>
    /// <param name="units">Units whose people must not know.</param>
    /// <param name="person">The person.</param>
    public static bool IsBarred(OrgDirectory directory, DateTimeOffset now, IReadOnlySet<Guid> people, IReadOnlySet<Guid> units, Guid person) =>
        people.Contains(person)
        || (units.Count > 0 && directory.UnitsOf(person, now).SelectMany(unit => directory.Ancestors(unit).Select(above => above.Id).Prepend(unit)).Any(units.Contains));
}
