namespace Platform.Runtime.Persistence.Sql;

/// <summary>Reads the meaning of a broken unique constraint from its name, the same for every provider.</summary>
public static class Violations
{
    /// <summary>A second event with the same command id is a repeated command; every other clash is somebody else having been faster.</summary>
    /// <param name="constraint">Name of the constraint, or a message that contains the names of its columns.</param>
    public static WriteVerdict Meaning(string? constraint) =>
        constraint?.Contains("command_id", StringComparison.Ordinal) == true ? WriteVerdict.Repeated : WriteVerdict.Stale;
}
