using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Runtime.Calendar;

namespace Platform.Runtime.Deadlines;

/// <summary>What a clock will do, as it is kept in its row.</summary>
public sealed record DeadlinePlan
{
    /// <summary>Version of the format; 1.</summary>
    [JsonPropertyName("v")]
    public int Format { get => field == 0 ? 1 : field; init; } = 1;

    /// <summary>1 at first; grows with every extension and resumption, after which levels may be reached again.</summary>
    [JsonPropertyName("r")]
    public int Revision { get => field == 0 ? 1 : field; init; } = 1;

    /// <summary>Which days count.</summary>
    [JsonPropertyName("k")]
    public DeadlineKind Kind { get; init; }

    /// <summary>Whether the period was given in days.</summary>
    [JsonPropertyName("d")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool InDays { get; init; } = true;

    /// <summary>The steps in the order of their instants.</summary>
    [JsonPropertyName("s")]
    public ImmutableArray<DeadlineStep> Steps { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The key under which a step is recorded once: the level, with the revision from the second on.</summary>
    public string KeyOf(DeadlineStep step) => Revision == 1 ? step.Level : $"{step.Level}#{Revision}";

    /// <summary>The strongest warning level reached at an instant; lines of supervision count as red.</summary>
    public WarningLevel LevelAt(DateTimeOffset now) => Steps.Where(s => s.At <= now).Select(s => LevelOf(s.Level)).DefaultIfEmpty().Max();

    /// <summary>The warning level of a recorded key.</summary>
    public static WarningLevel LevelOf(string key) => key.Split('#')[0] switch
    {
        "reminder" => WarningLevel.Reminder,
        "yellow" => WarningLevel.Yellow,
        "orange" => WarningLevel.Orange,
        "red" or "line1" or "line2" or "line3" => WarningLevel.Red,
        _ => WarningLevel.None,
    };

    /// <summary>The plan as it is kept.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, DeadlineJson.Default.DeadlinePlan);

    /// <summary>Reads a kept plan.</summary>
    public static DeadlinePlan Read(byte[] content) => JsonSerializer.Deserialize(content, DeadlineJson.Default.DeadlinePlan)
        ?? throw new InvalidOperationException("Expected a deadline's plan, but it is empty.");
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(DeadlinePlan))]
internal sealed partial class DeadlineJson : JsonSerializerContext;
