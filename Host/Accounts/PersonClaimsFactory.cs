using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Platform.Host.Accounts;

/// <summary>Writes <see cref="PersonClaims"/> into the cookie at sign-in.</summary>
internal sealed class PersonClaimsFactory(UserManager<AccountRow> accounts, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<AccountRow>(accounts, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(AccountRow user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        foreach (var claim in identity.FindAll(identity.NameClaimType).ToList())
        {
            identity.RemoveClaim(claim);
        }
        identity.AddClaims(
        [
            new Claim(identity.NameClaimType, user.DisplayName),
            new Claim(PersonClaims.Tenant, user.TenantId),
            new Claim(PersonClaims.Person, user.PersonId.ToString()),
        ]);
        return identity;
    }
}
