namespace Platform.Governance.Places;

/// <summary>A town with its villages, for choosing where something happened.</summary>
/// <param name="Code">Code of the town's government, as cases keep it.</param>
/// <param name="Name">Name.</param>
/// <param name="Villages">Its villages in order.</param>
public sealed record Town(string Code, string Name, IReadOnlyList<Village> Villages);

/// <summary>A village.</summary>
/// <param name="Code">Its code, as cases keep it: the committee's without its ending.</param>
/// <param name="Name">Name without the town's.</param>
public sealed record Village(string Code, string Name);
