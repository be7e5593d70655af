namespace Platform.Host.Texts;

/// <summary>Names the resource set of the pages; the texts are in <c>Ui.resx</c> (Chinese) and its language siblings.</summary>
public sealed class Ui;
