namespace Platform.Host.Setup;

/// <summary>
/// Whether this is a demonstration: people with a known password, and a clock that can be moved forward.
/// On by default in development, never on unless the setting <c>Demo:Enabled</c> says so elsewhere.
/// </summary>
/// <param name="IsOn">Whether it is a demonstration.</param>
public sealed record DemoMode(bool IsOn)
{
    /// <summary>The password of every demonstration account.</summary>
    public const string Password = "Qingyuan@2026";

    /// <summary>The people to try the platform with, in the order in which a matter meets them.</summary>
    public static IReadOnlyList<DemoSignIn> SignIns { get; } =
    [
        new("dengji", "联系办登记员"),
        new("lianxi", "联系办主任"),
        new("shuji", "县委书记"),
        new("fushuji", "县委副书记"),
        new("zhujian", "住建局签收员"),
        new("zhujian-cb", "住建局承办人"),
        new("zhujian-fz", "住建局负责人"),
        new("huifang", "联系办回访员"),
        new("duban", "联系办督办员"),
        new("zhen", "城关镇综治中心主任"),
        new("jiwei", "县纪委监委监督员"),
        new("admin", "流程管理员"),
        new("yunwei", "运维员"),
    ];

    /// <summary>Reads the setting.</summary>
    /// <param name="configuration">The application's settings.</param>
    /// <param name="environment">Where it runs.</param>
    public static DemoMode From(IConfiguration configuration, IHostEnvironment environment) =>
        new(configuration.GetValue("Demo:Enabled", environment.IsDevelopment()));
}

/// <summary>One person of the demonstration.</summary>
/// <param name="Name">Sign-in name.</param>
/// <param name="Post">The person's post.</param>
public sealed record DemoSignIn(string Name, string Post);
