namespace Platform.Designer.Interop;

/// <summary>Where the film of what happened to a matter stands.</summary>
/// <param name="Shown">Scenes that were shown.</param>
/// <param name="Count">Scenes that there are.</param>
/// <param name="Playing">Whether it runs.</param>
/// <param name="Label">What stands with the last scene, such as its time; null for nothing.</param>
/// <param name="Ways">The flows of the last scene.</param>
public sealed record FilmPlace(int Shown, int Count, bool Playing, string? Label, IReadOnlyList<FilmWay> Ways);

/// <summary>A flow that was taken.</summary>
/// <param name="From">Name of the element it leaves; null for none.</param>
/// <param name="To">Name of the element it leads to; null for none.</param>
public sealed record FilmWay(string? From, string? To);
