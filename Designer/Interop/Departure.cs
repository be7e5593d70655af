using Microsoft.JSInterop;

namespace Platform.Designer.Interop;

/// <summary>
/// Says that a component was left. Work may still be under way then: its token stays usable, and what it fails with is expected.
/// </summary>
public sealed class Departure : IDisposable
{
    private readonly CancellationTokenSource source = new();

    /// <summary>The component is shown.</summary>
    public Departure() => Token = source.Token;

    /// <summary>Cancelled once the component was left.</summary>
    public CancellationToken Token { get; }

    /// <summary>Whether the component was left.</summary>
    public bool Happened => Token.IsCancellationRequested;

    /// <summary>Whether an exception only means that the component or its browser has gone.</summary>
    public bool Explains(Exception e) => e is JSDisconnectedException or OperationCanceledException || (Happened && (e is ObjectDisposedException or JSException));

    /// <summary>The component is left.</summary>
    public void Dispose()
    {
        if (!Happened)
        {
            source.Cancel();
            source.Dispose();
        }
    }
}
