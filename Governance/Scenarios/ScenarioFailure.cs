namespace Platform.Governance.Scenarios;

/// <summary>A step of a scenario did not go as it says.</summary>
public sealed class ScenarioFailure : Exception
{
    /// <summary>A failure without words.</summary>
    public ScenarioFailure()
    {
    }

    /// <summary>A failure.</summary>
    /// <param name="message">What was expected and what came, in Chinese.</param>
    public ScenarioFailure(string message)
        : base(message)
    {
    }

    /// <summary>A failure with its cause.</summary>
    /// <param name="message">What was expected and what came, in Chinese.</param>
    /// <param name="innerException">The cause.</param>
    public ScenarioFailure(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
