namespace Platform.Designer.Canvas;

/// <summary>A drawing as the canvas gives it.</summary>
/// <param name="File">BPMN 2.0 XML, UTF-8.</param>
/// <param name="Number">Number of the change, counted by the browser from 1.</param>
public sealed record CanvasDrawing(byte[] File, long Number);

/// <summary>A wish to put a fragment into the process.</summary>
/// <param name="PartId">The fragment.</param>
/// <param name="ElementId">Element or flow behind which it goes.</param>
public sealed record FragmentWish(string PartId, string ElementId);
