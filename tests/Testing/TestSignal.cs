namespace Platform.Testing;

/// <summary>Lets a test wait for background work instead of sleeping. Counts, so that a signal given before the wait is not lost.</summary>
public sealed class TestSignal : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim given = new(0);

    /// <summary>Called by the work that is waited for.</summary>
    public void Give() => given.Release();

    /// <inheritdoc />
    public void Dispose() => given.Dispose();

    /// <summary>Waits for one signal; fails the test after half a minute.</summary>
    public async Task WaitAsync()
    {
        if (!await given.WaitAsync(Patience))
        {
            throw new TimeoutException("Expected a signal of background work, but none came within 30 seconds.");
        }
    }
}
