namespace Platform.Kernel;

/// <summary>An expected failure: a refusal or the reason why something stands still. Not an exception, and never a bug.</summary>
/// <param name="Code">Stable identifier of the form <c>area.reason</c>, for programs; never changes once released.</param>
/// <param name="Message">A sentence in Chinese that names the thing and reads well to an official.</param>
public sealed record Problem(string Code, string Message)
{
    /// <summary>What is wrong in particular, for example one entry per field of a form; usually empty.</summary>
    public IReadOnlyList<ProblemDetail> Details { get; init; } = [];
}

/// <summary>One particular of a <see cref="Problem"/>.</summary>
/// <param name="Key">What it concerns, for example the key of a field; empty for the whole.</param>
/// <param name="Code">Stable identifier of the form <c>area.reason</c>.</param>
/// <param name="Message">A sentence in Chinese to the person concerned.</param>
public sealed record ProblemDetail(string Key, string Code, string Message);
