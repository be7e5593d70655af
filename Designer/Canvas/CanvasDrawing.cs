using Platform.Kernel.Model;

namespace Platform.Designer.Canvas;

/// <summary>A drawing as the canvas gives it.</summary>
/// <param name="File">BPMN 2.0 XML, UTF-8.</param>
/// <param name="Number">Number of the change, counted by the browser from 1.</param>
/// <param name="Based">The model it was drawn over; a drawing over an older one is refused and comes again.</param>
public sealed record CanvasDrawing(byte[] File, long Number, Definitions? Based);

/// <summary>A wish to put a fragment into the process.</summary>
/// <param name="PartId">The fragment.</param>
/// <param name="ElementId">Element or flow behind which it goes.</param>
public sealed record FragmentWish(string PartId, string ElementId);
