using Platform.Kernel.Graph;

namespace Platform.Runtime.Definitions;

/// <summary>Something found in files that are to be published.</summary>
public sealed record DeployIssue
{
    /// <summary>Stable code.</summary>
    public required string Code { get; init; }

    /// <summary>Whether it stops the publication.</summary>
    public required bool IsError { get; init; }

    /// <summary>The file; empty when it concerns all.</summary>
    public string File { get; init; } = "";

    /// <summary>Line in the file, from 1; 0 when not known.</summary>
    public int Line { get; init; }

    /// <summary>The element; null when it concerns the whole file.</summary>
    public string? ElementId { get; init; }

    /// <summary>A sentence to the administrator.</summary>
    public required string Message { get; init; }

    internal static DeployIssue Error(string code, Node node, string message) => Of(code, true, node, message);

    internal static DeployIssue Warning(string code, Node node, string message) => Of(code, false, node, message);

    internal static DeployIssue OfFile(string code, bool isError, string file, int line, string? elementId, string message) => new()
    {
        Code = code, IsError = isError, File = file, Line = line, ElementId = elementId, Message = message,
    };

    private static DeployIssue Of(string code, bool isError, Node node, string message) => new()
    {
        Code = code, IsError = isError, Line = node.Element.SourceLine, ElementId = node.Id, Message = message,
    };
}
