using Microsoft.AspNetCore.Mvc;
using Platform.Host.Setup;

namespace Platform.Host.Api;

/// <summary>The reader's own settings, posted by plain forms so that they work without scripts.</summary>
public static class SettingsApi
{
    /// <summary>Maps <c>POST /settings/text-size</c>.</summary>
    /// <param name="routes">Where to map.</param>
    public static void MapSettings(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/settings/text-size", SetTextSize).AllowAnonymous().ExcludeFromDescription();

    private static IResult SetTextSize(HttpContext context, [FromForm] string size, [FromForm] string? returnUrl)
    {
        if (size == RequestLook.Large)
        {
            context.Response.Cookies.Append(RequestLook.Cookie, RequestLook.Large, new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            });
        }
        else
        {
            context.Response.Cookies.Delete(RequestLook.Cookie);
        }
        return Results.LocalRedirect(LocalUrl.OrHome(returnUrl));
    }
}
