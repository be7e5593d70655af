namespace Platform.Kernel.Graph;

/// <summary>How much an issue matters.</summary>
public enum IssueSeverity
{
    /// <summary>It runs, but probably not as meant.</summary>
    Warning,

    /// <summary>It cannot run; deployment is refused.</summary>
    Error,
}
