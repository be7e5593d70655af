using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Platform.Host.Pages.Layout;

/// <summary>Catches what breaks on a page and gives it a code that stands on the page and in the log, so that the two are found together.</summary>
public sealed partial class PageBoundary : ErrorBoundary
{
    [Inject] private ILogger<PageBoundary> Logger { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    /// <summary>Code of what broke last; empty when nothing did.</summary>
    public string Code { get; private set; } = "";

    /// <inheritdoc />
    protected override Task OnErrorAsync(Exception exception)
    {
        Code = Guid.CreateVersion7(Clock.GetUtcNow()).ToString("N")[^8..];
        Broken(Logger, Code, exception);
        return Task.CompletedTask;
    }

    [LoggerMessage(EventId = 5001, Level = LogLevel.Error, Message = "A page broke; code {Code}.")]
    private static partial void Broken(ILogger logger, string code, Exception exception);
}
