namespace Platform.Decisions.Feel;

/// <summary>What an evaluation gets from outside besides its variables.</summary>
public sealed record FeelOptions
{
    /// <summary>No clock, default budget.</summary>
    public static FeelOptions Default { get; } = new();

    /// <summary>The answer to <c>now()</c> and <c>today()</c>; null makes both null with a warning.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>What the evaluation may use.</summary>
    public FeelBudget Budget { get; init; } = FeelBudget.Default;
}
