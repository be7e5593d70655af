namespace Platform.Persistence.Sqlite;

/// <summary>A guarded statement did not change exactly one row: undo the caller's work and let it decide again.</summary>
public sealed class StaleRowException : Exception
{
    /// <summary>The usual message.</summary>
    public StaleRowException()
        : base("Expected a guarded statement to change one row, but somebody else had changed it before.")
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What was expected.</param>
    public StaleRowException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and a cause.</summary>
    /// <param name="message">What was expected.</param>
    /// <param name="innerException">The cause.</param>
    public StaleRowException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
