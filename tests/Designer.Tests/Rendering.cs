using System.Net;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Platform.Designer.Tests;

/// <summary>Renders a component to markup, without a browser.</summary>
internal static class Rendering
{
    /// <summary>The markup exactly as it is sent.</summary>
    internal static async Task<string> RawAsync<T>(Dictionary<string, object?> parameters)
        where T : IComponent
    {
        ServiceCollection services = new();
        services.AddLocalization();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        await using ServiceProvider provider = services.BuildServiceProvider();
        await using HtmlRenderer renderer = new(provider, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    /// <summary>The markup with its characters as people read them.</summary>
    internal static async Task<string> ReadableAsync<T>(Dictionary<string, object?> parameters)
        where T : IComponent => WebUtility.HtmlDecode(await RawAsync<T>(parameters));
}
