namespace Platform.Runtime.Scheduling;

/// <summary>In whose name, for how long and by which clock work is claimed.</summary>
/// <param name="Node">Name of the node, unique among the nodes of one database.</param>
/// <param name="Options">Lease and width.</param>
/// <param name="Clock">The platform's clock.</param>
public sealed record ClaimSettings(string Node, SchedulingOptions Options, TimeProvider Clock);
