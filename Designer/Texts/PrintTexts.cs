namespace Platform.Designer.Texts;

/// <summary>Names the resource set of the pages that are printed; the texts are in the files <c>PrintTexts*.resx</c>.</summary>
public sealed class PrintTexts;
