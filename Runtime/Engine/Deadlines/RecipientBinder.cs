using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Platform.Runtime.Org;

namespace Platform.Runtime.Deadlines;

/// <summary>Binds what a process states about recipients to units, people and posts.</summary>
internal static partial class RecipientBinder
{
    /// <summary>Binds recipients.</summary>
    /// <param name="text"><c>assignee</c>, a relation, or the name of a post; null for none.</param>
    /// <param name="directory">The county's organisation.</param>
    /// <param name="context">The facts at the start of the clock.</param>
    /// <param name="taskUnitId">Unit for which the task is done.</param>
    public static ImmutableArray<Recipient> Bind(string? text, OrgDirectory directory, AssignmentContext context, Guid? taskUnitId)
    {
        switch (text)
        {
            case null or "":
                return [];
            case "assignee":
                return [new Recipient(RecipientKind.Holders)];
            case var _ when !Relation().IsMatch(text):
                return [new Recipient(RecipientKind.Post, Post: text)];
        }

        var bound = Relations.Bind(text, directory, context);
        if (bound is { Units.IsEmpty: true, PersonId: null } && text.StartsWith("handler-unit", StringComparison.Ordinal) && taskUnitId is { } unit)
        {
            bound = bound with { Units = [unit] };
        }

        return bound switch
        {
            { PersonId: { } person } => [new Recipient(RecipientKind.Person, person)],
            { Members: true } => [.. bound.Units.Select(u => new Recipient(RecipientKind.UnitMembers, u))],
            _ => [.. bound.Units.Select(u => new Recipient(RecipientKind.UnitHeads, u))],
        };
    }

    /// <summary>The people that a bound recipient means now; holders are known to the caller.</summary>
    public static IEnumerable<Guid> People(Recipient recipient, OrgDirectory directory, DateTimeOffset now) => recipient.Kind switch
    {
        RecipientKind.Person => recipient.Id is { } person ? [person] : [],
        RecipientKind.UnitHeads => recipient.Id is { } unit ? directory.HeadsOf(unit, now).Select(h => h.Person.Id) : [],
        RecipientKind.UnitMembers => recipient.Id is { } unit ? directory.MembersOf(unit, now).Select(h => h.Person.Id) : [],
        RecipientKind.Post => recipient.Post is { } post ? directory.HoldersByPost(post, null, now).Select(h => h.Person.Id) : [],
        _ => [],
    };

    [GeneratedRegex("^[a-z][a-z0-9-]*(\\.[a-z]+)*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Relation();
}
