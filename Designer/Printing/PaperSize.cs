namespace Platform.Designer.Printing;

/// <summary>Paper laid across.</summary>
public enum PaperSize
{
    /// <summary>297 by 210 millimetres.</summary>
    A4,

    /// <summary>420 by 297 millimetres.</summary>
    A3,
}

/// <summary>How a drawing that is larger than the paper is put on it.</summary>
public enum PaperFit
{
    /// <summary>Whole while its names can be read, else in parts.</summary>
    Auto,

    /// <summary>Whole, however small.</summary>
    Whole,

    /// <summary>In parts.</summary>
    Parts,
}

/// <summary>Room for a drawing, in millimetres.</summary>
/// <param name="Width">From left margin to right.</param>
/// <param name="Height">From top margin to bottom.</param>
/// <param name="First">Height that is left below the title on the first sheet.</param>
internal sealed record PaperRoom(double Width, double Height, double First)
{
    private const double Margins = 24;
    private const double TopAndBottom = 27;
    private const double Title = 22;

    /// <summary>A little is kept back, so that a browser's rounding never pushes a drawing onto the next sheet.</summary>
    private const double Slack = 2;

    public static PaperRoom Of(PaperSize size)
    {
        (double width, double height) = size == PaperSize.A3 ? (420, 297) : (297, 210);
        return new PaperRoom(width - Margins, height - TopAndBottom - Slack, height - TopAndBottom - Slack - Title);
    }
}
