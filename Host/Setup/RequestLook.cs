using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Platform.Host.Accounts;

namespace Platform.Host.Setup;

/// <summary>How the page of the current request is delivered: to whom, in which text size, and with or without a live circuit.</summary>
/// <param name="accessor">Gives the request while the root component renders.</param>
public sealed class RequestLook(IHttpContextAccessor accessor)
{
    /// <summary>The cookie that keeps the text size; its value is <see cref="Large"/> or absent.</summary>
    public const string Cookie = "shanzhi-text";

    /// <summary>The cookie's value for 大字版.</summary>
    public const string Large = "large";

    /// <summary>Whether the reader chose 大字版 (1.25 times).</summary>
    public bool IsLargeText => accessor.HttpContext?.Request.Cookies[Cookie] == Large;

    /// <summary>Id of the person whose page this is; null for a visitor. The browser's other windows compare it with theirs.</summary>
    public Guid? PersonId => accessor.HttpContext is { } context ? PersonClaims.Read(context.User)?.PersonId : null;

    /// <summary>Null for pages that are plain HTML (sign-in, public pages), else the live circuit.</summary>
    public IComponentRenderMode? RenderMode =>
        accessor.HttpContext?.AcceptsInteractiveRouting() == true ? Microsoft.AspNetCore.Components.Web.RenderMode.InteractiveServer : null;
}
