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

    /// <summary>Reads the setting.</summary>
    /// <param name="configuration">The application's settings.</param>
    /// <param name="environment">Where it runs.</param>
    public static DemoMode From(IConfiguration configuration, IHostEnvironment environment) =>
        new(configuration.GetValue("Demo:Enabled", environment.IsDevelopment()));
}
