namespace Platform.Kernel;

/// <summary>An expected failure: a refusal or the reason why something stands still. Not an exception, and never a bug.</summary>
/// <param name="Code">Stable identifier of the form <c>area.reason</c>, for programs; never changes once released.</param>
/// <param name="Message">A sentence in Chinese that names the thing and reads well to an official.</param>
public sealed record Problem(string Code, string Message);
