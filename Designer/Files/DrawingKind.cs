namespace Platform.Designer.Files;

/// <summary>As what a drawing can be handed out.</summary>
public enum DrawingKind
{
    /// <summary>Scalable Vector Graphics 1.1, which stays sharp at any size.</summary>
    Svg,

    /// <summary>Portable Network Graphics, twice as large as on the screen where browsers can.</summary>
    Png,
}
