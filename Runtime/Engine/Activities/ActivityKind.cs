namespace Platform.Runtime.Activities;

/// <summary>How an activity is carried out.</summary>
public enum ActivityKind
{
    /// <summary>By people: it becomes a task.</summary>
    Human,

    /// <summary>At once, within the transaction of the step; only effects on the database.</summary>
    Automatic,

    /// <summary>After the commit, as a stored job that is tried again until it succeeds or its attempts are used up.</summary>
    Job,
}
