namespace Platform.Host.Components;

/// <summary>One message from the page that was left to the page that opens, such as "submitted, next comes …". Lives as long as the reader's circuit.</summary>
public sealed class Flash
{
    /// <summary>Raised when the message changed.</summary>
    public event EventHandler? Changed;

    /// <summary>What was done; null shows nothing.</summary>
    public string? Title { get; private set; }

    /// <summary>What follows.</summary>
    public string? Text { get; private set; }

    /// <summary>Shows a message until it is dismissed or replaced.</summary>
    /// <param name="title">What was done.</param>
    /// <param name="text">What follows.</param>
    public void Show(string title, string text)
    {
        (Title, Text) = (title, text);
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Takes the message away.</summary>
    public void Dismiss()
    {
        (Title, Text) = (null, null);
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
