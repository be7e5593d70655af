using Platform.Kernel.Model;

namespace Platform.Designer.Palette;

/// <summary>
/// A ready-made piece of a process: how something is usually done. It is a small BPMN process of its own; what leads to its end
/// event <c>next</c> goes on where it is put in, its other end events stay ends.
/// </summary>
/// <param name="Id">Stable id; its file's name.</param>
/// <param name="Process">The piece.</param>
public sealed record Fragment(string Id, ProcessDefinition Process)
{
    /// <summary>Id of the end event behind which the surrounding process goes on.</summary>
    public const string NextId = "next";

    /// <summary>Name shown to people.</summary>
    public string Name => Process.Name ?? Id;

    /// <summary>What it is for.</summary>
    public string Description => string.Concat(Process.Documentation.Select(d => d.Text));
}
