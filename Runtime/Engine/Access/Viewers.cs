using System.Collections.Immutable;
using Platform.Runtime.Org;

namespace Platform.Runtime.Access;

/// <summary>Makes viewers.</summary>
public sealed class Viewers(OrgCache org, AccessOptions options, TimeProvider clock)
{
    /// <summary>The viewer that a person is now. A person who is unknown or has left holds no post and sees nothing but what they took part in.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="personId">The person.</param>
    /// <param name="ct">Gives up.</param>
    public async ValueTask<Viewer> ForPersonAsync(string tenantId, Guid personId, CancellationToken ct) =>
        Of(await org.GetAsync(tenantId, ct), tenantId, personId, clock.GetUtcNow());

    internal Viewer Of(OrgDirectory directory, string tenantId, Guid personId, DateTimeOffset now)
    {
        var held = directory.PostsOf(personId, now).ToList();
        var units = held.Select(h => h.Unit.Id).Distinct().ToImmutableArray();
        var supervised = held.Where(h => h.Post.Supervises || h.Post.IsHead)
            .SelectMany(h => directory.WithDescendants(h.Unit.Id)).Select(u => u.Id).Distinct().ToImmutableArray();
        var rights = held.Select(h => h.Post.Role is { } role ? options.RoleRights.GetValueOrDefault(role) : ViewerRights.None)
            .Aggregate(supervised.IsEmpty ? ViewerRights.None : ViewerRights.Supervise, (all, one) => all | one);
        return new Viewer
        {
            TenantId = tenantId,
            PersonId = personId,
            UnitIds = units,
            UnitChain = [.. units.SelectMany(u => directory.Ancestors(u).Select(a => a.Id).Prepend(u)).Distinct()],
            SupervisedUnitIds = supervised,
            Represents = [.. directory.AppointmentsOf(personId, now).Select(a => new Representation(
                a.PrincipalId, a.ProcessKeys is null ? [] : [.. a.ProcessKeys.Split(' ', StringSplitOptions.RemoveEmptyEntries)]))],
            Rights = rights,
        };
    }

    /// <summary>The rights that a person's posts carry.</summary>
    internal ViewerRights RightsOf(OrgDirectory directory, Guid personId, DateTimeOffset now) => directory.PostsOf(personId, now)
        .Select(h => h.Post.Role is { } role ? options.RoleRights.GetValueOrDefault(role) : ViewerRights.None)
        .Aggregate(ViewerRights.None, (all, one) => all | one);
}
