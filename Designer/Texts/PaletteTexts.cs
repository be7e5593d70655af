namespace Platform.Designer.Texts;

/// <summary>Names the resource set of the palette; the texts are in the files <c>PaletteTexts*.resx</c>.</summary>
public sealed class PaletteTexts;
