using Platform.Governance.Cases;

namespace Platform.Governance.Demo;

/// <summary>What the run of the year remembers of one case beside the books.</summary>
internal sealed record YearMemory
{
    /// <summary>The registered case; null before.</summary>
    public Registered? Registered { get; set; }

    /// <summary>How many acts were carried out.</summary>
    public int Acts { get; set; }

    /// <summary>Whether the objection was made.</summary>
    public bool Objected { get; set; }

    /// <summary>Reworks so far.</summary>
    public int Reworks { get; set; }

    /// <summary>Whether the time was extended, or the clock paused and resumed.</summary>
    public bool ClockDone { get; set; }

    /// <summary>When the pause began; null while there is none.</summary>
    public DateTimeOffset? PausedAt { get; set; }

    /// <summary>Whether the recusal or withdrawal was recorded.</summary>
    public bool NoteDone { get; set; }

    /// <summary>When the unit reports; null before it signed.</summary>
    public DateTimeOffset? ReportAt { get; set; }

    /// <summary>Whether a rating was given at the inquiry.</summary>
    public bool Rated { get; set; }

    /// <summary>Reviews asked for so far.</summary>
    public int Reviews { get; set; }

    /// <summary>Code of the responsible unit; null before review.</summary>
    public string? LeadUnit { get; set; }
}
