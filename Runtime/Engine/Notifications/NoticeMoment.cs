namespace Platform.Runtime.Notifications;

/// <summary>When a step tells somebody something.</summary>
public enum NoticeMoment
{
    /// <summary>When it begins.</summary>
    Begin,

    /// <summary>When its deadline has passed.</summary>
    Due,

    /// <summary>When it has been done.</summary>
    End,
}
