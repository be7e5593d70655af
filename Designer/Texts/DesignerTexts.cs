namespace Platform.Designer.Texts;

/// <summary>Names the resource set of the diagram components; the texts are in the files <c>DesignerTexts*.resx</c>.</summary>
public sealed class DesignerTexts;
