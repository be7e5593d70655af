using Platform.Kernel;

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

    /// <summary>The platform refused what the step does.</summary>
    /// <param name="problem">What it said.</param>
    public ScenarioFailure(Problem problem)
        : base($"没有成功（{problem?.Code}）：{problem?.Message}") =>
        Problem = problem;

    /// <summary>A failure with its cause.</summary>
    /// <param name="message">What was expected and what came, in Chinese.</param>
    /// <param name="innerException">The cause.</param>
    public ScenarioFailure(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What the platform said when it refused; null when the step failed otherwise.</summary>
    public Problem? Problem { get; }
}
