namespace Platform.Designer.Texts;

/// <summary>Names the resource set of the film of what happened; the texts are in the files <c>FilmTexts*.resx</c>.</summary>
public sealed class FilmTexts;
