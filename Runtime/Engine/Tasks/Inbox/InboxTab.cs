namespace Platform.Runtime.Tasks;

/// <summary>A part of an inbox.</summary>
public enum InboxTab
{
    /// <summary>Everything that may be done now.</summary>
    All,

    /// <summary>What has to be signed for (待签收).</summary>
    ToClaim,

    /// <summary>What is due within a day (即将到期).</summary>
    DueSoon,

    /// <summary>What is overdue (已超期).</summary>
    Overdue,
}
