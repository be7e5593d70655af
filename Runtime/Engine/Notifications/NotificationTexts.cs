namespace Platform.Runtime.Notifications;

/// <summary>Texts that messages share.</summary>
public static class NotificationTexts
{
    /// <summary>All that a message about a restricted or sealed matter may say.</summary>
    public const string Discreet = "您有一件待办";
}
