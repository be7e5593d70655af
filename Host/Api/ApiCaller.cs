using Platform.Host.Accounts;
using Platform.Runtime.Access;

namespace Platform.Host.Api;

/// <summary>Who calls an endpoint.</summary>
/// <param name="accessor">The request.</param>
/// <param name="viewers">Makes viewers.</param>
public sealed class ApiCaller(IHttpContextAccessor accessor, Viewers viewers)
{
    /// <summary>The signed-in person.</summary>
    public SignedInPerson Person => PersonClaims.Require(
        accessor.HttpContext?.User ?? throw new InvalidOperationException("Expected a request, but there is none."));

    /// <summary>The person with what exists for them now.</summary>
    /// <param name="ct">Gives up.</param>
    public ValueTask<Viewer> ViewerAsync(CancellationToken ct) => viewers.ForPersonAsync(Person.TenantId, Person.PersonId, ct);
}
