namespace Platform.Host.Tests.Testing;

/// <summary>One application for tests that only read, or that make matters of their own.</summary>
public sealed class SharedApp : IAsyncLifetime
{
    public HostApp App { get; } = new();

    public Task InitializeAsync()
    {
        App.NewClient().Dispose();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await App.DisposeAsync();
}
