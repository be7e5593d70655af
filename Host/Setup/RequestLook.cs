using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace Platform.Host.Setup;

/// <summary>How the page of the current request is delivered: the reader's text size, and with or without a live circuit.</summary>
/// <param name="accessor">Gives the request while the root component renders.</param>
public sealed class RequestLook(IHttpContextAccessor accessor)
{
    /// <summary>The cookie that keeps the text size; its value is <see cref="Large"/> or absent.</summary>
    public const string Cookie = "shanzhi-text";

    /// <summary>The cookie's value for 大字版.</summary>
    public const string Large = "large";

    /// <summary>Whether the reader chose 大字版 (1.25 times).</summary>
    public bool IsLargeText => accessor.HttpContext?.Request.Cookies[Cookie] == Large;

    /// <summary>Null for pages that are plain HTML (sign-in, public pages), else the live circuit.</summary>
    public IComponentRenderMode? RenderMode =>
        accessor.HttpContext?.AcceptsInteractiveRouting() == true ? Microsoft.AspNetCore.Components.Web.RenderMode.InteractiveServer : null;
}
