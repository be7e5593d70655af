namespace Platform.Runtime.Instances.Starting;

/// <summary>A process that has a way in of its own, such as the registration of cases, and is not started by hand.</summary>
/// <param name="Key">Key of the process.</param>
public sealed record ReservedProcess(string Key);
