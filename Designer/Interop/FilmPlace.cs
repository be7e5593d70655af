namespace Platform.Designer.Interop;

/// <summary>Where the film of what happened to a matter stands.</summary>
/// <param name="Shown">Scenes that were shown.</param>
/// <param name="Count">Scenes that there are.</param>
/// <param name="Playing">Whether it runs.</param>
/// <param name="Label">What stands with the last scene, such as its time; null for nothing.</param>
/// <param name="Ways">The flows of the last scene.</param>
public sealed record FilmPlace(int Shown, int Count, bool Playing, string? Label, IReadOnlyList<FilmWay> Ways);

/// <summary>A flow that was taken.</summary>
/// <param name="From">The element it leaves.</param>
/// <param name="To">The element it leads to.</param>
public sealed record FilmWay(FilmEnd From, FilmEnd To);

/// <summary>An element at an end of a flow.</summary>
/// <param name="Name">Its name; null for none.</param>
/// <param name="Kind">What it is: Start, End, Gateway or Step.</param>
public sealed record FilmEnd(string? Name, string Kind);
