using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Kernel;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Instances;

/// <summary>What became of an activity. A closed union.</summary>
public abstract record ActivityResult
{
    private ActivityResult()
    {
    }

    /// <summary>Work on the database that belongs to the transaction recording this result; null for none.</summary>
    public Func<PlatformDb, CancellationToken, Task>? Enlisted { get; init; }

    /// <summary>It is done; the token goes on.</summary>
    /// <param name="Outcome">Outcome chosen; null for none.</param>
    /// <param name="Variables">Results by name.</param>
    public sealed record Completed(string? Outcome, ImmutableDictionary<string, FeelValue> Variables) : ActivityResult;

    /// <summary>It waits for something outside; the token stays.</summary>
    /// <param name="Bookmark">What it waits for, for the record.</param>
    public sealed record Waits(string Bookmark) : ActivityResult;

    /// <summary>It ended in a business error that the process may catch.</summary>
    /// <param name="ErrorCode">Code that catching events compare.</param>
    /// <param name="Message">Text for people; null for none.</param>
    /// <param name="Variables">Variables to set before the error is caught.</param>
    public sealed record Threw(string ErrorCode, string? Message, ImmutableDictionary<string, FeelValue> Variables) : ActivityResult;

    /// <summary>It failed: a job is tried again, a step raises an incident.</summary>
    /// <param name="Problem">What went wrong.</param>
    public sealed record Failed(Problem Problem) : ActivityResult;
}
