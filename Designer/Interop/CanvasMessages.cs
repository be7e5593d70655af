using Platform.Designer.Palette;

namespace Platform.Designer.Interop;

/// <summary>What the canvas is made with.</summary>
/// <param name="Choices">What may be put in.</param>
/// <param name="CopyKey">Name of the browser's own copy of this process.</param>
internal sealed record CanvasOptions(IEnumerable<CanvasChoice> Choices, string CopyKey);

/// <summary>One part as the browser knows it.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">Name shown.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Group">Heading.</param>
/// <param name="Kind">Kind in lower case.</param>
/// <param name="Activity">Activity type; null for none.</param>
internal sealed record CanvasChoice(string Id, string Name, string Description, string Group, string Kind, string? Activity)
{
    internal static CanvasChoice Of(ProcessPart part) => new(part.Id, part.Name, part.Description, part.Group, part.Kind.ToString().ToLowerInvariant(), part.Activity);
}

/// <summary>Something to mark on an element.</summary>
/// <param name="Id">The element.</param>
/// <param name="Text">What was found.</param>
/// <param name="IsError">Whether it prevents publishing.</param>
internal sealed record CanvasMark(string Id, string Text, bool IsError);
