namespace Platform.Designer.Texts;

/// <summary>Names the resource set of the running view; the texts are in the files <c>RunningTexts*.resx</c>.</summary>
public sealed class RunningTexts;
