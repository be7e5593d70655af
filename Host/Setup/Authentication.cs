using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Platform.Host.Accounts;
using Platform.Host.Api;
using Platform.Kernel;
using Platform.Runtime.Persistence;

namespace Platform.Host.Setup;

/// <summary>Sign-in with name and password, a cookie, and a lock after repeated failures.</summary>
public static class Authentication
{
    /// <summary>Wrong passwords in a row that lock an account.</summary>
    public const int FailuresBeforeLock = 5;

    /// <summary>How long an account stays locked.</summary>
    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);

    /// <summary>Adds accounts, cookies and the keys that protect them.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="keyDirectory">Where the keys are kept, so that a restart signs nobody out.</param>
    public static IServiceCollection AddShanzhiAuthentication(this IServiceCollection services, string keyDirectory)
    {
        services.AddSingleton<IModelPart, AccountsModelPart>();
        services.AddDataProtection().SetApplicationName("shanzhi").PersistKeysToFileSystem(new DirectoryInfo(keyDirectory));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<AccountRow>(SetRules)
            .AddUserStore<AccountStore>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<PersonClaimsFactory>();
        services.ConfigureApplicationCookie(SetCookie);
        services.Configure<SecurityStampValidatorOptions>(options => options.TimeProvider = TimeProvider.System);
        services.AddCascadingAuthenticationState();
        return services;
    }

    private static void SetRules(IdentityOptions options)
    {
        options.Lockout.AllowedForNewUsers = true;
        options.Lockout.MaxFailedAccessAttempts = FailuresBeforeLock;
        options.Lockout.DefaultLockoutTimeSpan = LockTime;
        options.Password.RequiredLength = 10;
    }

    private static void SetCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "shanzhi";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(10);
        options.SlidingExpiration = true;
        // Sessions end by the machine's clock: moving the demonstration's clock must sign nobody out.
        options.TimeProvider = TimeProvider.System;
        options.LoginPath = "/signin";
        options.AccessDeniedPath = "/not-found";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToLogin = context => AnswerAsync(context, new Problem("auth.required", "请先登录，再办理。"));
        options.Events.OnRedirectToAccessDenied = context => AnswerAsync(context, new Problem("auth.not-allowed", "您没有办理这件事的权限。"));
    }

    private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, Problem problem)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            return ProblemResponse.From(problem).ExecuteAsync(context.HttpContext);
        }
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}
