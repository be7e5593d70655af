using Platform.Decisions.Feel;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Calendar;

/// <summary>A deadline as a process states it: <c>gov:deadline</c>.</summary>
public sealed record DeadlineSpec
{
    /// <summary>The origin of a deadline that runs from the creation of its task.</summary>
    public const string FromEntry = "entry";

    /// <summary>The origin of a deadline that runs from the registration of the matter.</summary>
    public const string FromRegistered = "registered";

    /// <summary>Which days count.</summary>
    public required DeadlineKind Kind { get; init; }

    /// <summary>How long the period is.</summary>
    public required WorkingTime Time { get; init; }

    /// <summary>When it starts: <see cref="FromEntry"/>, <see cref="FromRegistered"/>, or FEEL that gives a date and time.</summary>
    public string From { get; init; } = FromEntry;

    /// <summary>Which clock it belongs to.</summary>
    public DeadlineClock Clock { get; init; } = DeadlineClock.Promise;

    /// <summary>FEEL that must hold for this deadline to apply; null means always.</summary>
    public string? When { get; init; }

    /// <summary><see cref="From"/>, parsed; null for the two named origins.</summary>
    public FeelExpression? FromExpression { get; init; }

    /// <summary><see cref="When"/>, parsed; null when it always applies.</summary>
    public FeelExpression? WhenExpression { get; init; }

    /// <summary>What an official reads: 2 个工作日, 60 日, 4 小时.</summary>
    public string Text => (Kind, Time.Unit) switch
    {
        (_, _) when Time.Amount == 0 => "按件的到期日",
        (DeadlineKind.Working, TimeUnit.Day) => $"{Time.Amount} 个工作日",
        (DeadlineKind.Calendar, TimeUnit.Day) => $"{Time.Amount} 日",
        (DeadlineKind.Working, TimeUnit.Hour) => $"{Time.Amount} 个工作小时",
        (DeadlineKind.Calendar, TimeUnit.Hour) => $"{Time.Amount} 小时",
        (DeadlineKind.Working, _) => $"{Time.Amount} 工作分钟",
        (_, _) => $"{Time.Amount} 分钟",
    };
}
