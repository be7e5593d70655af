using Platform.Decisions.Feel;

namespace Platform.Runtime.Org;

/// <summary>Finds the people who may act on a task. Pure: the same directory, specification and context give the same answer.</summary>
public static class AssigneeResolver
{
    /// <summary>Resolves the assignments of a task; several are joined.</summary>
    /// <param name="directory">The county's organisation.</param>
    /// <param name="assignments">What the process states; empty gives nobody.</param>
    /// <param name="context">The facts.</param>
    public static AssigneeResult Resolve(OrgDirectory directory, IEnumerable<AssignmentSpec> assignments, AssignmentContext context)
    {
        var people = new Dictionary<Guid, AssignedPerson>();
        var excluded = new Dictionary<Guid, AssignedPerson>();
        var mustClaim = false;
        foreach (var assignment in assignments)
        {
            mustClaim |= assignment.MustClaim;
            var before = people.Count;
            var meant = Meant(directory, assignment, context).ToList();
            foreach (var person in meant)
            {
                Sort(directory, context, person, people, excluded);
            }

            if (assignment.Deputy && people.Count == before)
            {
                foreach (var deputy in Deputies(directory, assignment, context, meant))
                {
                    Sort(directory, context, deputy, people, excluded);
                }
            }
        }

        return new AssigneeResult([.. people.Values], [.. excluded.Values], mustClaim);
    }

    /// <summary>Whether a person is barred from a matter, themselves or through a unit they belong to at that instant.</summary>
    public static bool IsExcluded(OrgDirectory directory, AssignmentContext context, Guid personId) =>
        context.ExcludedPeople.Contains(personId)
        || (context.ExcludedUnits.Count > 0 && directory.UnitsOf(personId, context.Now)
            .Any(u => context.ExcludedUnits.Contains(u) || directory.Ancestors(u).Any(a => context.ExcludedUnits.Contains(a.Id))));

    private static void Sort(
        OrgDirectory directory,
        AssignmentContext context,
        AssignedPerson person,
        Dictionary<Guid, AssignedPerson> people,
        Dictionary<Guid, AssignedPerson> excluded)
    {
        if (IsExcluded(directory, context, person.PersonId))
        {
            excluded.TryAdd(person.PersonId, person with { Reason = "应当回避" });
        }
        else
        {
            people.TryAdd(person.PersonId, person);
        }
    }

    private static IEnumerable<AssignedPerson> Meant(OrgDirectory directory, AssignmentSpec assignment, AssignmentContext context)
    {
        var named = Values(assignment.Assignee, context).Concat(Values(assignment.Candidates, context))
            .Select(directory.FindPerson).Where(p => p is { IsActive: true })
            .Select(p => new AssignedPerson(p!.Id, MainUnit(directory, p.Id, context), "因流程指定由您办理"));
        var byPost = ByPost(directory, assignment, context).Select(AsHolder);
        return named.Concat(byPost).Concat(ByRelation(directory, assignment, context));
    }

    private static IEnumerable<HeldPost> ByPost(OrgDirectory directory, AssignmentSpec assignment, AssignmentContext context)
    {
        if (assignment.Post is null && assignment.Role is null && (assignment.Unit is null || assignment.Relation is not null))
        {
            return [];
        }

        var unit = UnitOf(directory, assignment, context);
        if (unit is null && assignment.Unit is not null)
        {
            return [];
        }

        return assignment switch
        {
            { Post: { } post } => FeelTexts.In(post.Evaluate(context.Variables, new FeelOptions { Now = context.Now }))
                .SelectMany(name => directory.HoldersByPost(name, unit, context.Now))
                .Where(h => assignment.Role is null || h.Post.Role == assignment.Role),
            { Role: { } role } => directory.HoldersByRole(role, unit, context.Now),
            _ => directory.MembersOf(unit!.Value, context.Now),
        };
    }

    private static Guid? UnitOf(OrgDirectory directory, AssignmentSpec assignment, AssignmentContext context) =>
        Values(assignment.Unit, context).Select(directory.FindUnit).FirstOrDefault(u => u is not null)?.Id;

    private static IEnumerable<AssignedPerson> ByRelation(OrgDirectory directory, AssignmentSpec assignment, AssignmentContext context)
    {
        if (assignment.Relation is not { Length: > 0 } relation)
        {
            return [];
        }

        var bound = Relations.Bind(relation, directory, context);
        return bound switch
        {
            { PersonId: { } person } =>
                [new AssignedPerson(person, MainUnit(directory, person, context), ReasonOf(relation))],
            { Members: true } => bound.Units.SelectMany(u => directory.MembersOf(u, context.Now)).Select(AsHolder),
            _ => bound.Units.SelectMany(u => directory.HeadsOf(u, context.Now)).Select(AsHolder),
        };
    }

    private static string ReasonOf(string relation) => relation switch
    {
        "starter" => "因您是发起人",
        "previous" => "因您办理了上一步",
        _ => "因流程指定由您办理",
    };

    /// <summary>Those who act for the recused, or for the last holders of a vacant post.</summary>
    private static IEnumerable<AssignedPerson> Deputies(
        OrgDirectory directory,
        AssignmentSpec assignment,
        AssignmentContext context,
        List<AssignedPerson> meant)
    {
        var principals = meant.Select(p => (Id: p.PersonId, p.UnitId));
        if (meant.Count == 0 && assignment.Post is not null)
        {
            principals = FeelTexts.In(assignment.Post.Evaluate(context.Variables, new FeelOptions { Now = context.Now }))
                .SelectMany(name => directory.FormerHoldersByPost(name, UnitOf(directory, assignment, context), context.Now))
                .Select(h => (h.Person.Id, (Guid?)h.Unit.Id));
        }

        return principals.SelectMany(p => directory.DeputiesOf(p.Id, context.ProcessKey, context.Now)
            .Select(d => new AssignedPerson(d.Id, p.UnitId, $"因您代行{directory.Person(p.Id)?.Name}的职责")));
    }

    private static AssignedPerson AsHolder(HeldPost held) => new(held.Person.Id, held.Unit.Id, $"因您是{held.Title}");

    private static Guid? MainUnit(OrgDirectory directory, Guid personId, AssignmentContext context) =>
        directory.PostsOf(personId, context.Now).FirstOrDefault()?.Unit.Id;

    private static IEnumerable<string> Values(FeelExpression? expression, AssignmentContext context) => expression is null
        ? []
        : FeelTexts.In(expression.Evaluate(context.Variables, new FeelOptions { Now = context.Now }).Value);
}
