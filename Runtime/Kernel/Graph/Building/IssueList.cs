using System.Collections.Immutable;
using Platform.Kernel.Model;

namespace Platform.Kernel.Graph.Building;

/// <summary>Collects issues while a process is compiled.</summary>
internal sealed class IssueList
{
    private readonly List<GraphIssue> issues = [];

    internal bool HasErrors { get; private set; }

    internal void Error(string code, ModelElement element, string message)
    {
        HasErrors = true;
        Add(code, IssueSeverity.Error, element, message);
    }

    internal void Warning(string code, ModelElement element, string message) =>
        Add(code, IssueSeverity.Warning, element, message);

    internal ImmutableArray<GraphIssue> InDocumentOrder() =>
        [.. issues.Distinct().OrderBy(issue => issue.Line)];

    /// <summary>An element as people know it: its name, or its id when it has none.</summary>
    internal static string Label(ModelElement element) =>
        string.IsNullOrWhiteSpace(element.Name) ? element.Id : element.Name;

    private void Add(string code, IssueSeverity severity, ModelElement element, string message) =>
        issues.Add(new GraphIssue(code, severity, element.Id, element.Name, element.SourceLine, message));
}
