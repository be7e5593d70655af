namespace Platform.Designer.Texts;

/// <summary>Names the resource set of the simple view; the texts are in the files <c>SimpleTexts*.resx</c>.</summary>
public sealed class SimpleTexts;
