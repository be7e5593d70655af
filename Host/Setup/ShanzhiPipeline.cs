using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Localization;
using Platform.Host.Api;
using Platform.Host.Pages;

namespace Platform.Host.Setup;

/// <summary>The order in which a request passes through the application.</summary>
public static class ShanzhiPipeline
{
    /// <summary>Languages of the pages; the first is the default.</summary>
    private static readonly string[] Languages = ["zh-CN"];

    /// <summary>Maps pages, API, health and assets.</summary>
    /// <param name="app">The built application.</param>
    public static WebApplication UseShanzhi(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseWhen(
            context => !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal),
            pages => pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        app.UseRequestLocalization(options =>
        {
            options.SetDefaultCulture(Languages[0]).AddSupportedCultures(Languages).AddSupportedUICultures(Languages);
            // The language is chosen, never guessed from the browser: official texts must read the same for all.
            options.RequestCultureProviders = [new CookieRequestCultureProvider()];
        });
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseAntiforgery();

        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapSettings();
        app.MapSignOut();
        app.MapAttachments();
        app.MapShanzhiApi();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options =>
        {
            // Our own header already forbids framing.
            options.ContentSecurityFrameAncestorsPolicy = null;
        });
        return app;
    }

    private static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(DatabaseHealth.ReadyTag) }).AllowAnonymous();
    }
}
