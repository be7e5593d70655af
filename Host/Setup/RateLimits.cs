using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Platform.Host.Api;
using Platform.Kernel;

namespace Platform.Host.Setup;

/// <summary>Limits for what visitors may ask without signing in, so that query codes and passwords cannot be tried out.</summary>
public static class RateLimits
{
    /// <summary>Questions about progress by query code.</summary>
    public const string Progress = "progress";

    /// <summary>Submissions by citizens.</summary>
    public const string Submission = "submission";

    /// <summary>Adds the limits; addresses are counted in memory and kept nowhere (IPv6: per /64 network).</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configuration">Settings <c>RateLimits:ProgressPerMinute</c> (default 12) and <c>RateLimits:SubmissionsPerHour</c> (default 6).</param>
    public static IServiceCollection AddShanzhiRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var progress = configuration.GetValue("RateLimits:ProgressPerMinute", 12);
        var submissions = configuration.GetValue("RateLimits:SubmissionsPerHour", 6);
        return services.AddRateLimiter(options =>
        {
            options.AddPolicy(Progress, context => Window(context, progress, TimeSpan.FromMinutes(1), counts: context.Request.Query.ContainsKey("code") || HttpMethods.IsPost(context.Request.Method)));
            options.AddPolicy(Submission, context => Window(context, submissions, TimeSpan.FromHours(1), counts: HttpMethods.IsPost(context.Request.Method)));
            options.OnRejected = async (context, _) =>
            {
                var response = context.HttpContext.Response;
                if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
                {
                    response.Headers.RetryAfter = Math.Ceiling(after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                }
                if (!context.HttpContext.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
                {
                    response.Redirect("/too-many");
                    return;
                }
                await ProblemResponse.From(new Problem("request.too-many", "查询过于频繁，请稍候一分钟再试。")).ExecuteAsync(context.HttpContext);
            };
        });
    }

    private static RateLimitPartition<string> Window(HttpContext context, int permits, TimeSpan window, bool counts) =>
        counts
            ? RateLimitPartition.GetFixedWindowLimiter(Network(context.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = permits,
                Window = window,
                QueueLimit = 0,
            })
            : RateLimitPartition.GetNoLimiter("free");

    private static string Network(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }
        var bytes = address.GetAddressBytes();
        return bytes.Length == 16 && !address.IsIPv4MappedToIPv6 ? Convert.ToHexString(bytes.AsSpan(0, 8)) : address.ToString();
    }
}
