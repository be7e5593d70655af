namespace Platform.Designer.Texts;

/// <summary>Names the resource set of the decision table editor; the texts are in the files <c>TableTexts*.resx</c>.</summary>
public sealed class TableTexts;
