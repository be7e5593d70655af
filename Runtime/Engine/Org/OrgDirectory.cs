using System.Collections.Frozen;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Org;

/// <summary>
/// A county's people, units in their two hierarchies, posts, part-time memberships and deputies: an immutable snapshot.
/// Questions about who holds what always name the instant they ask about.
/// </summary>
public sealed class OrgDirectory
{
    private readonly FrozenDictionary<Guid, OrgUnitRow> units;
    private readonly FrozenDictionary<Guid, PersonRow> people;
    private readonly FrozenDictionary<Guid, PostRow> posts;
    private readonly FrozenDictionary<string, PersonRow> peopleByCode;
    private readonly ILookup<string, OrgUnitRow> unitsByText;
    private readonly ILookup<Guid, OrgUnitRow> children;
    private readonly ILookup<Guid, PostRow> postsOfUnit;
    private readonly ILookup<Guid, MembershipRow> membershipsOfPerson;
    private readonly ILookup<Guid, MembershipRow> membershipsOfPost;
    private readonly ILookup<Guid, DeputyRow> deputiesOf;
    private readonly ILookup<Guid, DeputyRow> principalsOf;

    /// <summary>Makes a snapshot of one county.</summary>
    /// <param name="rows">Its rows.</param>
    public OrgDirectory(OrgRows rows)
    {
        units = rows.Units.ToFrozenDictionary(u => u.Id);
        people = rows.People.ToFrozenDictionary(p => p.Id);
        posts = rows.Posts.Where(p => units.ContainsKey(p.UnitId)).ToFrozenDictionary(p => p.Id);
        peopleByCode = people.Values.ToFrozenDictionary(p => p.Code, StringComparer.Ordinal);
        unitsByText = units.Values.OrderBy(u => u.SortOrder)
            .SelectMany(u => new[] { u.Code, u.Name, u.ShortName }.Distinct().Select(text => (text, u)))
            .ToLookup(p => p.text, p => p.u, StringComparer.Ordinal);
        children = units.Values.Where(u => u.ParentId is not null).OrderBy(u => u.SortOrder).ToLookup(u => u.ParentId!.Value);
        postsOfUnit = posts.Values.OrderBy(p => p.SortOrder).ToLookup(p => p.UnitId);
        var memberships = rows.Memberships.Where(m => posts.ContainsKey(m.PostId) && people.ContainsKey(m.PersonId)).ToList();
        membershipsOfPerson = memberships.OrderByDescending(m => m.IsPrimary).ToLookup(m => m.PersonId);
        membershipsOfPost = memberships.ToLookup(m => m.PostId);
        deputiesOf = rows.Deputies.ToLookup(d => d.PrincipalId);
        principalsOf = rows.Deputies.ToLookup(d => d.DeputyId);
    }

    /// <summary>Every unit.</summary>
    public IReadOnlyCollection<OrgUnitRow> Units => units.Values;

    /// <summary>Every person, former ones included.</summary>
    public IReadOnlyCollection<PersonRow> People => people.Values;

    /// <summary>The unit of an id, or null.</summary>
    public OrgUnitRow? Unit(Guid id) => units.GetValueOrDefault(id);

    /// <summary>The person of an id, or null.</summary>
    public PersonRow? Person(Guid id) => people.GetValueOrDefault(id);

    /// <summary>The post of an id, or null.</summary>
    public PostRow? Post(Guid id) => posts.GetValueOrDefault(id);

    /// <summary>The person whom an id or a sign-in code names, or null.</summary>
    public PersonRow? FindPerson(string text) =>
        Guid.TryParse(text, out var id) ? Person(id) : peopleByCode.GetValueOrDefault(text);

    /// <summary>The unit that an id, a code, a name or a short name means, or null when none or more than one does.</summary>
    public OrgUnitRow? FindUnit(string text)
    {
        if (Guid.TryParse(text, out var id))
        {
            return Unit(id);
        }

        var found = unitsByText[text].Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>The units above a unit, the nearest first, the unit itself left out.</summary>
    public IEnumerable<OrgUnitRow> Ancestors(Guid unitId)
    {
        // A damaged tree must not make the answer endless.
        var seen = new HashSet<Guid> { unitId };
        var unit = Unit(unitId);
        while (unit?.ParentId is { } parent && seen.Add(parent) && Unit(parent) is { } above)
        {
            yield return above;
            unit = above;
        }
    }

    /// <summary>A unit and everything below it.</summary>
    public IEnumerable<OrgUnitRow> WithDescendants(Guid unitId)
    {
        var seen = new HashSet<Guid>();
        var open = new Stack<Guid>([unitId]);
        while (open.TryPop(out var id))
        {
            if (seen.Add(id) && Unit(id) is { } unit)
            {
                yield return unit;
                foreach (var child in children[id])
                {
                    open.Push(child.Id);
                }
            }
        }
    }

    /// <summary>The posts a person holds, the main one first. An inactive person holds none.</summary>
    public IEnumerable<HeldPost> PostsOf(Guid personId, DateTimeOffset now) =>
        membershipsOfPerson[personId].Where(m => Holds(m, now)).Select(Held);

    /// <summary>The units a person belongs to through any post.</summary>
    public IEnumerable<Guid> UnitsOf(Guid personId, DateTimeOffset now) => PostsOf(personId, now).Select(h => h.Unit.Id).Distinct();

    /// <summary>The holders of a post.</summary>
    public IEnumerable<HeldPost> HoldersOf(PostRow post, DateTimeOffset now) =>
        membershipsOfPost[post.Id].Where(m => Holds(m, now)).Select(Held);

    /// <summary>The holders of every post that a text names: a post's name, or unit and name together (联系办主任).</summary>
    /// <param name="text">Name of the post.</param>
    /// <param name="unitId">Only posts of this unit; null for all units.</param>
    /// <param name="now">The instant asked about.</param>
    public IEnumerable<HeldPost> HoldersByPost(string text, Guid? unitId, DateTimeOffset now) =>
        CandidatePosts(unitId).Where(p => Names(p, text)).SelectMany(p => HoldersOf(p, now));

    /// <summary>The last former holders of the vacant posts that a text names.</summary>
    /// <param name="text">Name of the post.</param>
    /// <param name="unitId">Only posts of this unit; null for all units.</param>
    /// <param name="now">The instant asked about.</param>
    public IEnumerable<HeldPost> FormerHoldersByPost(string text, Guid? unitId, DateTimeOffset now) =>
        CandidatePosts(unitId).Where(p => Names(p, text) && !HoldersOf(p, now).Any())
            .Select(p => membershipsOfPost[p.Id].Where(m => m.From is null || m.From <= now).MaxBy(m => m.Until))
            .OfType<MembershipRow>().Select(Held);

    /// <summary>The holders of every post with a role.</summary>
    /// <param name="role">The role.</param>
    /// <param name="unitId">Only posts of this unit; null for all units.</param>
    /// <param name="now">The instant asked about.</param>
    public IEnumerable<HeldPost> HoldersByRole(string role, Guid? unitId, DateTimeOffset now) =>
        CandidatePosts(unitId).Where(p => p.Role == role).SelectMany(p => HoldersOf(p, now));

    /// <summary>Those who lead a unit.</summary>
    public IEnumerable<HeldPost> HeadsOf(Guid unitId, DateTimeOffset now) =>
        postsOfUnit[unitId].Where(p => p.IsHead).SelectMany(p => HoldersOf(p, now));

    /// <summary>Everyone with a post in a unit.</summary>
    public IEnumerable<HeldPost> MembersOf(Guid unitId, DateTimeOffset now) =>
        postsOfUnit[unitId].SelectMany(p => HoldersOf(p, now));

    /// <summary>Those who may act for a person now.</summary>
    /// <param name="principalId">The person who is represented.</param>
    /// <param name="processKey">The process concerned; null asks for representation in any.</param>
    /// <param name="now">The instant asked about.</param>
    public IEnumerable<PersonRow> DeputiesOf(Guid principalId, string? processKey, DateTimeOffset now) =>
        deputiesOf[principalId].Where(d => Acts(d, processKey, now)).Select(d => Person(d.DeputyId)).OfType<PersonRow>()
            .Where(p => p.IsActive).DistinctBy(p => p.Id);

    /// <summary>The appointments under which a person may act for others now.</summary>
    public IEnumerable<DeputyRow> AppointmentsOf(Guid deputyId, DateTimeOffset now) =>
        principalsOf[deputyId].Where(d => Acts(d, null, now) && people.ContainsKey(d.PrincipalId));

    /// <summary>Whether one person may act for another in a process now.</summary>
    public bool MayActFor(Guid deputyId, Guid principalId, string processKey, DateTimeOffset now) =>
        principalsOf[deputyId].Any(d => d.PrincipalId == principalId && Acts(d, processKey, now));

    private IEnumerable<PostRow> CandidatePosts(Guid? unitId) => unitId is { } unit ? postsOfUnit[unit] : posts.Values;

    private bool Names(PostRow post, string text)
    {
        if (post.Name == text)
        {
            return true;
        }

        var unit = units[post.UnitId];
        return text.EndsWith(post.Name, StringComparison.Ordinal)
            && text.AsSpan(0, text.Length - post.Name.Length) is var prefix
            && (prefix.SequenceEqual(unit.ShortName) || prefix.SequenceEqual(unit.Name));
    }

    private bool Holds(MembershipRow membership, DateTimeOffset now) =>
        (membership.From is null || membership.From <= now)
        && (membership.Until is null || now < membership.Until)
        && people[membership.PersonId].IsActive;

    private HeldPost Held(MembershipRow membership)
    {
        var post = posts[membership.PostId];
        return new HeldPost(people[membership.PersonId], post, units[post.UnitId], membership.IsPrimary);
    }

    private static bool Acts(DeputyRow deputy, string? processKey, DateTimeOffset now) =>
        deputy.From <= now && (deputy.Until is null || now < deputy.Until)
        && (processKey is null || deputy.ProcessKeys is null || deputy.ProcessKeys.Split(' ').Contains(processKey, StringComparer.Ordinal));
}
