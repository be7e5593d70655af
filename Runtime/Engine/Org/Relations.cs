using System.Collections.Immutable;

namespace Platform.Runtime.Org;

/// <summary>A relation bound to units or a person.</summary>
/// <param name="Units">Units it leads to.</param>
/// <param name="PersonId">The person it ends at; null when it ends at units.</param>
/// <param name="Members">Whether all people of the units are meant; otherwise their heads.</param>
public sealed record BoundRelation(ImmutableArray<Guid> Units, Guid? PersonId, bool Members);

/// <summary>
/// Reads relations such as <c>starter</c>, <c>owner-unit.leader</c> or <c>handler-unit.parent.leader</c>: where to begin
/// (the starter, the owning unit, or a variable in kebab case that names units or a person), then hops.
/// </summary>
public static class Relations
{
    /// <summary>Binds a relation. An unknown beginning or hop leads nowhere.</summary>
    /// <param name="relation">The text.</param>
    /// <param name="directory">The county's organisation.</param>
    /// <param name="context">The facts.</param>
    public static BoundRelation Bind(string relation, OrgDirectory directory, AssignmentContext context)
    {
        var hops = relation.Split('.');
        var (units, person) = Begin(directory, hops[0], context);
        if (hops.Length == 1)
        {
            return new BoundRelation(person is null ? units : [], person, false);
        }

        foreach (var hop in hops.Skip(1))
        {
            switch (hop)
            {
                case "unit":
                    break;
                case "parent":
                    units = [.. units.Select(u => directory.Unit(u)?.ParentId).OfType<Guid>()];
                    break;
                case "leader":
                    return new BoundRelation(units, null, false);
                case "members":
                    return new BoundRelation(units, null, true);
                default:
                    return new BoundRelation([], null, false);
            }
        }

        return new BoundRelation(units, null, false);
    }

    /// <summary>The units a relation begins at, or the person and their units.</summary>
    private static (ImmutableArray<Guid> Units, Guid? Person) Begin(OrgDirectory directory, string start, AssignmentContext context)
    {
        if (start == "owner-unit")
        {
            return (context.OwnerUnitId is { } owner ? [owner] : [], null);
        }

        var person = start switch
        {
            "starter" => context.StarterId,
            // Behind a timer or an automatic step nobody handled the step before: it falls to who started the matter.
            "previous" => context.PreviousId ?? context.StarterId,
            _ => null,
        };
        if (person is null && start is not ("starter" or "previous"))
        {
            var values = context.Variables.TryGet(CamelCase(start), out var value) || context.Variables.TryGet(start, out value)
                ? FeelTexts.In(value).ToList()
                : [];
            var units = values.Select(directory.FindUnit).Where(u => u is not null).Select(u => u!.Id).ToImmutableArray();
            if (!units.IsEmpty)
            {
                return (units, null);
            }

            person = values.Select(directory.FindPerson).FirstOrDefault(p => p is not null)?.Id;
        }

        return person is { } id ? ([.. directory.UnitsOf(id, context.Now)], id) : ([], null);
    }

    private static string CamelCase(string kebab)
    {
        var parts = kebab.Split('-', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 ? kebab : parts[0] + string.Concat(parts.Skip(1).Select(p => char.ToUpperInvariant(p[0]) + p[1..]));
    }
}
