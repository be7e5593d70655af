namespace Platform.Designer.Texts;

/// <summary>Names the resource set of the import and export; the texts are in the files <c>FileTexts*.resx</c>.</summary>
public sealed class FileTexts;
