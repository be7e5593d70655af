namespace Platform.Designer.Texts;

/// <summary>Names the resource set of comparing versions; the texts are in the files <c>VersionTexts*.resx</c>.</summary>
public sealed class VersionTexts;
