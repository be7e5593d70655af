using Platform.Host.Api;
using Platform.Host.Attachments;
using Platform.Host.Components;
using Platform.Host.Components.Forms;
using Platform.Host.Pages.Admin;
using Platform.Host.Pages.Admin.Deciding;
using Platform.Host.Pages.Admin.Filing;
using Platform.Host.Pages.Admin.Forming;
using Platform.Host.Pages.Admin.Rehearsing;
using Platform.Host.Pages.Admin.Versioning;

namespace Platform.Host.Setup;

/// <summary>Everything that the web application consists of.</summary>
public static class ShanzhiServices
{
    /// <summary>Adds the platform, sign-in, pages, API, limits and health checks.</summary>
    /// <param name="builder">The application's builder.</param>
    public static WebApplicationBuilder AddShanzhi(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        // Assets come from the projects in a build output and from wwwroot when published.
        builder.WebHost.UseStaticWebAssets();
        var services = builder.Services;
        var data = DataDirectory.Prepare(builder.Configuration, builder.Environment);
        services.AddSingleton(DemoMode.From(builder.Configuration, builder.Environment));
        services.AddSingleton(HomeTenant.From(builder.Configuration));
        services.AddPlatform(builder.Configuration, data);
        services.AddShanzhiAuthentication(Path.Combine(data, "keys"));
        services.AddShanzhiAuthorization();
        services.AddShanzhiRateLimits(builder.Configuration);
        services.AddShanzhiPages();
        services.AddShanzhiApi();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [DatabaseHealth.ReadyTag]);
        return builder;
    }

    private static void AddShanzhiPages(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddHttpContextAccessor();
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddScoped<RequestLook>();
        services.AddScoped<DeadlineWords>();
        services.AddScoped<Flash>();
        services.AddScoped<PickChoices>();
        services.AddSingleton<AttachmentKeeper>();
        services.AddSingleton<RegisterChoices>();
        services.AddSingleton<RehearsalDesk>();
        services.AddSingleton<WhatIfFiles>();
        services.AddSingleton<WhatIfDesk>();
        services.AddSingleton<VersionDesk>();
        services.AddScoped<DecisionVersionDesk>();
        services.AddScoped<DecisionSurroundings>();
        services.AddSingleton<FormDesk>();
        services.AddSingleton<LetterDesk>();
        services.AddSingleton<DesignSurroundings>();
        services.AddScoped<DesignFigures>();
        services.AddScoped<DraftSaves>();
        services.AddScoped<DraftWork>();
        services.AddScoped<DesignDesk>();
        services.AddScoped<FileDesk>();
        services.AddScoped<DecisionDesk>();
    }
}
