using System.Security.Claims;

namespace Platform.Host.Accounts;

/// <summary>What the sign-in cookie says: the region and the person. Rights are never in it, they are read live.</summary>
public static class PersonClaims
{
    /// <summary>Claim with the region's id.</summary>
    public const string Tenant = "shanzhi:tenant";

    /// <summary>Claim with the person's id.</summary>
    public const string Person = "shanzhi:person";

    /// <summary>The signed-in person, or null for a visitor.</summary>
    /// <param name="principal">The request's or circuit's principal.</param>
    public static SignedInPerson? Read(ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return principal.Identity?.IsAuthenticated == true
            && principal.FindFirstValue(Tenant) is { Length: > 0 } tenant
            && Guid.TryParse(principal.FindFirstValue(Person), out var person)
            ? new SignedInPerson(tenant, person, principal.Identity.Name ?? "")
            : null;
    }

    /// <summary>The signed-in person behind an endpoint that lets nobody else in.</summary>
    /// <param name="principal">The request's principal.</param>
    public static SignedInPerson Require(ClaimsPrincipal principal) =>
        Read(principal) ?? throw new InvalidOperationException("Expected a signed-in person, but the endpoint let a visitor in.");
}

/// <summary>The person behind a request.</summary>
/// <param name="TenantId">Region of the person.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Name">The person's name, for the greeting.</param>
public sealed record SignedInPerson(string TenantId, Guid PersonId, string Name);
