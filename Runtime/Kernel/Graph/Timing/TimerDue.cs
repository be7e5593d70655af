namespace Platform.Kernel.Graph;

/// <summary>When a timer is due next.</summary>
/// <param name="At">The instant; may lie in the past.</param>
/// <param name="Remaining">How often it fires after that; -1 for ever.</param>
public readonly record struct TimerDue(DateTimeOffset At, int Remaining);
