namespace Platform.Runtime.Calendar;

/// <summary>How urgent a deadline has become, in rising order.</summary>
public enum WarningLevel
{
    /// <summary>Not due soon.</summary>
    None = 0,

    /// <summary>Half of the time is left: a reminder to the person in charge.</summary>
    Reminder = 1,

    /// <summary>A quarter is left: yellow card (黄牌) to the head of the unit.</summary>
    Yellow = 2,

    /// <summary>The last day has come: orange (橙色预警) to the dispatching office.</summary>
    Orange = 3,

    /// <summary>Overdue: red card (红牌).</summary>
    Red = 4,
}
