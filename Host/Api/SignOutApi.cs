using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Platform.Host.Accounts;

namespace Platform.Host.Api;

/// <summary>Ends a session.</summary>
public static class SignOutApi
{
    /// <summary>Maps <c>POST /signout</c>, a plain form with an antiforgery token.</summary>
    /// <param name="routes">Where to map.</param>
    public static void MapSignOut(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/signout", SignOutAsync).AllowAnonymous().ExcludeFromDescription().WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> SignOutAsync(SignInManager<AccountRow> signIn)
    {
        await signIn.SignOutAsync();
        return Results.LocalRedirect("/signin");
    }
}
