using Platform.Runtime.Persistence;

namespace Platform.Runtime.Org;

/// <summary>A post that a person holds at a given time.</summary>
/// <param name="Person">The person.</param>
/// <param name="Post">The post.</param>
/// <param name="Unit">The unit that has the post.</param>
/// <param name="IsPrimary">False for a part-time post (兼职).</param>
public sealed record HeldPost(PersonRow Person, PostRow Post, OrgUnitRow Unit, bool IsPrimary)
{
    /// <summary>The post as people say it: 城关镇综治中心主任, without naming the unit twice.</summary>
    public string Title => Post.Name.StartsWith(Unit.ShortName, StringComparison.Ordinal) || Post.Name.StartsWith(Unit.Name, StringComparison.Ordinal)
        ? Post.Name
        : Unit.ShortName + Post.Name;
}
