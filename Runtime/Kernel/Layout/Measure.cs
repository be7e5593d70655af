using Platform.Kernel.Model;

namespace Platform.Kernel.Layout;

/// <summary>Sizes in pixels, as bpmn-js draws its shapes, and a rough measure of text at its usual 12 pixels.</summary>
internal static class Measure
{
    public const double EventSize = 36;
    public const double HeaderWidth = 30;
    public const double LaneMinHeight = 100;
    public const double LabelWidth = 90;

    private const double LineHeight = 14;
    private const double WideLetter = 12;
    private const double NarrowLetter = 6.5;
    private const double BoundarySpacing = 40;

    /// <summary>Size of a shape that is not an open sub-process.</summary>
    public static (double Width, double Height) Size(BaseElement element, int boundaryEvents) => element switch
    {
        EventNode => (EventSize, EventSize),
        Gateway => (50, 50),
        DataObjectReference or DataObject => (36, 50),
        DataStoreReference => (50, 50),
        TextAnnotation note => (120, Even(Math.Max(30, TextHeight(note.Text, 110) + 10))),
        _ => (Math.Max(100, (boundaryEvents + 1) * BoundarySpacing), 80),
    };

    /// <summary>True when the name stands beside the shape, not in it.</summary>
    public static bool HasLabel(BaseElement element) =>
        element is EventNode or Gateway or DataObjectReference or DataStoreReference && !string.IsNullOrWhiteSpace(element.Name);

    /// <summary>Width for the names of boundary events: several share the lower edge of their host, a single one may reach beyond it.</summary>
    public static double BoundaryLabelWidth(int boundaryEvents) => boundaryEvents <= 1 ? 80 : BoundarySpacing - 4;

    /// <summary>Width of a name when it is broken at the usual width, with a little room: a box of exactly the width of its text is broken by the canvas.</summary>
    public static double TextWidth(string? text) => Math.Min(LabelWidth, Math.Ceiling(Line(text)) + 6);

    /// <summary>Height of a text when it is broken at a width.</summary>
    public static double TextHeight(string? text, double width = LabelWidth) =>
        string.IsNullOrWhiteSpace(text) ? 0 : LineHeight * text.Split('\n').Sum(line => Math.Max(1, Math.Ceiling(Line(line) / width)));

    /// <summary>The next even number: halves of even sizes are whole pixels.</summary>
    public static double Even(double size) => 2 * Math.Ceiling(size / 2);

    private static double Line(string? text) => text?.Sum(c => c > '\u2E7F' ? WideLetter : NarrowLetter) ?? 0;
}
