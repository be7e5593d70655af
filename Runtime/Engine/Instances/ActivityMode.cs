namespace Platform.Runtime.Instances;

/// <summary>How an element's activity is carried out.</summary>
public enum ActivityMode
{
    /// <summary>The element names no activity that is known.</summary>
    Unknown,

    /// <summary>At once, in the step's transaction.</summary>
    InStep,

    /// <summary>As a stored job after the commit.</summary>
    Job,
}
