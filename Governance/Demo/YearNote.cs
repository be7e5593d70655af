using System.Text.Json.Serialization;

namespace Platform.Governance.Demo;

/// <summary>What the run of the year knows of one case at one moment: where it stands, and what it does next.</summary>
internal sealed record YearNote
{
    /// <summary>Ordinal of the case's plan.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Whether it is the later arrival of the same matter.</summary>
    public bool IsRepeat { get; init; }

    /// <summary>When the act that this note is about happened, or will happen.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Place among acts of one instant.</summary>
    public required int Order { get; init; }

    /// <summary>Whether nothing is left to do.</summary>
    public bool IsOver { get; init; }

    /// <summary>The task about to be completed; null when the note was written between two acts.</summary>
    public YearIntent? Intent { get; init; }

    /// <summary>What the run remembers of the case.</summary>
    public required YearMemory Memory { get; init; }
}

/// <summary>A completion that was begun; whether it was committed is for the engine to say.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="ElementId">Its element.</param>
/// <param name="By">Who acts.</param>
internal sealed record YearIntent(Guid TaskId, string ElementId, Guid By);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(YearNote))]
internal sealed partial class YearJson : JsonSerializerContext;
