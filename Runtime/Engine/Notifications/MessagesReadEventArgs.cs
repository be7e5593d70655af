using Platform.Runtime.Access;

namespace Platform.Runtime.Notifications;

/// <summary>Somebody has read messages, so fewer are new to them.</summary>
/// <param name="reader">Who has read.</param>
public sealed class MessagesReadEventArgs(Viewer reader) : EventArgs
{
    /// <summary>Who has read.</summary>
    public Viewer Reader => reader;
}
