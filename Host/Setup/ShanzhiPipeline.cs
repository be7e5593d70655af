using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Localization;
using Platform.Host.Api;
using Platform.Host.Pages;
using Platform.Kernel;

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
        app.UseWhen(IsApi, api => api.UseExceptionHandler(broken => broken.Run(TellAsync)));
        app.UseWhen(
            context => !IsApi(context),
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

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    // What broke stands in the log under the same number; other systems learn no more than that.
    private static Task TellAsync(HttpContext context) =>
        ProblemResponse.From(new Problem("server.error", $"系统出了问题，已提交的内容都在。请稍后重试，或把问题编号告诉运维员：{context.TraceIdentifier}。")).ExecuteAsync(context);

    private static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(DatabaseHealth.ReadyTag) }).AllowAnonymous();
    }
}
