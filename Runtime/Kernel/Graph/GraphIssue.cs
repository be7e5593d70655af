namespace Platform.Kernel.Graph;

/// <summary>Something about a process that cannot run or is probably not meant.</summary>
/// <param name="Code">Stable code, <c>bpmn.reason</c>.</param>
/// <param name="Severity">Whether it stops deployment.</param>
/// <param name="ElementId">Id of the element; of the process when it concerns the whole.</param>
/// <param name="ElementName">Its name; null when it has none.</param>
/// <param name="Line">Line in the file, from 1; 0 for a model built in code.</param>
/// <param name="Message">Chinese sentence that names the element.</param>
public sealed record GraphIssue(
    string Code, IssueSeverity Severity, string ElementId, string? ElementName, int Line, string Message);
