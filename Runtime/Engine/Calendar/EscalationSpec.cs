namespace Platform.Runtime.Calendar;

/// <summary>One line of supervision that takes over when a deadline has passed: <c>gov:escalation</c>.</summary>
public sealed record EscalationSpec
{
    /// <summary>Working time after the due instant; zero days means at once.</summary>
    public required WorkingTime After { get; init; }

    /// <summary>Who is called on: a post, or an assignment relation.</summary>
    public required string To { get; init; }

    /// <summary>The line, 1 to 3 (联系办, 常委, 书记).</summary>
    public required int Line { get; init; }

    /// <summary>The key under which the escalation is recorded once per deadline.</summary>
    public string Key => $"line{Line}";
}
