using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Platform.Designer.Texts;

namespace Platform.Designer.Tests.Versions;

/// <summary>The texts of comparing versions, as the interface has them.</summary>
internal static class VersionTextsOf
{
    internal static IStringLocalizer<VersionTexts> Interface()
    {
        var services = new ServiceCollection();
        services.AddLocalization();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        return services.BuildServiceProvider().GetRequiredService<IStringLocalizer<VersionTexts>>();
    }
}
