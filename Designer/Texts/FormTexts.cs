namespace Platform.Designer.Texts;

/// <summary>Names the resource set of the form designer; the texts are in the files <c>FormTexts*.resx</c>.</summary>
public sealed class FormTexts;
