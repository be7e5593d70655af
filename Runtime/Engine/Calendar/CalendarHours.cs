using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Runtime.Calendar;

/// <summary>Office hours and counting rules as they are kept in a calendar's row: JSON with a version.</summary>
public static class CalendarHours
{
    /// <summary>Writes them.</summary>
    /// <param name="seasons">Office hours by season; empty means the standard ones.</param>
    /// <param name="rules">How days are counted.</param>
    public static byte[] Write(IEnumerable<WorkHours> seasons, DeadlineRules rules) =>
        JsonSerializer.SerializeToUtf8Bytes(new CalendarFile { Seasons = [.. seasons], Rules = rules }, CalendarJson.Default.CalendarFile);

    /// <summary>Reads them; empty content means the standard hours and the statutory rules.</summary>
    public static (ImmutableArray<WorkHours> Seasons, DeadlineRules Rules) Read(byte[] content)
    {
        var file = content.Length == 0 ? null : JsonSerializer.Deserialize(content, CalendarJson.Default.CalendarFile);
        return (file?.Seasons ?? [], file?.Rules ?? DeadlineRules.Statutory);
    }
}

/// <summary>Version 1 of the content.</summary>
internal sealed record CalendarFile
{
    public int Format { get; init; } = 1;

    public ImmutableArray<WorkHours> Seasons { get => field.IsDefault ? [] : field; init; } = [];

    public DeadlineRules Rules { get => field ?? DeadlineRules.Statutory; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CalendarFile))]
internal sealed partial class CalendarJson : JsonSerializerContext;
