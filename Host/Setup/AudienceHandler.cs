using Microsoft.AspNetCore.Authorization;
using Platform.Governance.Cases;
using Platform.Host.Accounts;
using Platform.Runtime.Access;
using Platform.Runtime.Org;

namespace Platform.Host.Setup;

/// <summary>Decides whether a person belongs to an audience, from the posts that the person holds now.</summary>
internal sealed class AudienceHandler(Viewers viewers, OrgCache org, TimeProvider clock) : AuthorizationHandler<AudienceRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, AudienceRequirement requirement)
    {
        if (PersonClaims.Read(context.User) is { } person
            && await BelongsAsync(person, requirement.Audience))
        {
            context.Succeed(requirement);
        }
    }

    private async Task<bool> BelongsAsync(SignedInPerson person, string audience)
    {
        if (audience != Policies.Desk)
        {
            return Belongs(await viewers.ForPersonAsync(person.TenantId, person.PersonId, CancellationToken.None), audience);
        }

        var directory = await org.GetAsync(person.TenantId, CancellationToken.None);
        return DeskMembers.Holds(directory, person.PersonId, clock.GetUtcNow());
    }

    private static bool Belongs(Viewer viewer, string audience) => audience switch
    {
        Policies.Official => viewer.UnitIds.Length > 0,
        Policies.Supervisor => viewer.Has(ViewerRights.Supervise) || viewer.Has(ViewerRights.Audit),
        Policies.Administrator => viewer.Has(ViewerRights.Administer),
        Policies.Operator => viewer.Has(ViewerRights.Operate),
        _ => throw new InvalidOperationException($"Expected one of the audiences, but found {audience}."),
    };
}
