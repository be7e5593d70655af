using Platform.Runtime.Org;

namespace Platform.Governance.Cases;

/// <summary>People of the registration desks.</summary>
public static class DeskMembers
{
    /// <summary>Whether a person holds a post at a desk.</summary>
    /// <param name="directory">The county's organisation.</param>
    /// <param name="person">The person.</param>
    /// <param name="now">The instant.</param>
    public static bool Holds(OrgDirectory directory, Guid person, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return Desks.At(directory, person, now) is not null;
    }
}
