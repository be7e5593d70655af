using Platform.Designer;
using Platform.Host.Components;
using Platform.Runtime.History;

namespace Platform.Host.Pages.Admin.Rehearsing;

/// <summary>Turns the marks of a matter into what the diagram shows.</summary>
public static class RehearsalMarks
{
    /// <summary>The state of the diagram.</summary>
    /// <param name="marks">The marks; null for a matter that has not begun.</param>
    public static DiagramState Of(DiagramMarks? marks) => marks is null ? DiagramState.Empty : DiagramStates.Of(marks);
}
