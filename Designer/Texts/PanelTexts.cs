namespace Platform.Designer.Texts;

/// <summary>Names the resource set of the property panel; the texts are in the files <c>PanelTexts*.resx</c>.</summary>
public sealed class PanelTexts;
