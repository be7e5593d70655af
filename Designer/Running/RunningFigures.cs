namespace Platform.Designer.Running;

/// <summary>What happens on the published version of a process.</summary>
/// <param name="Bpmn">The published file.</param>
/// <param name="Days">How many days back completed steps count.</param>
/// <param name="Loads">Numbers by element; an element without any is left out.</param>
public sealed record RunningFigures(ReadOnlyMemory<byte> Bpmn, int Days, IReadOnlyList<ElementLoad> Loads);

/// <summary>What happens at one step.</summary>
/// <param name="Id">The step's id in the file.</param>
/// <param name="Name">Its name.</param>
/// <param name="Open">Tasks that are open now.</param>
/// <param name="Overdue">Those of them whose deadline has passed.</param>
/// <param name="Done">Tasks completed in the period.</param>
/// <param name="DoneLate">Those of them that were late.</param>
/// <param name="Median">How long half of the completed ones took at most; null when none was completed.</param>
public sealed record ElementLoad(string Id, string Name, int Open, int Overdue, int Done, int DoneLate, TimeSpan? Median);

/// <summary>A matter that a person may follow through the process.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its number and when it began, in words.</param>
public sealed record FollowedMatter(string Id, string Text);

/// <summary>The way of one matter.</summary>
/// <param name="Bpmn">The file of the version that it runs on.</param>
/// <param name="State">Where it was and where it stands.</param>
public sealed record MatterPath(ReadOnlyMemory<byte> Bpmn, DiagramState State);
