namespace Platform.Governance.Demo;

/// <summary>How a synthetic case leaves the books.</summary>
public enum YearEnding
{
    /// <summary>Handled by a unit, answered, closed.</summary>
    Handled,

    /// <summary>Led to a legal path (导入法定途径).</summary>
    Redirected,

    /// <summary>Not accepted (不予受理).</summary>
    Refused,

    /// <summary>Handed sealed to the discipline inspection body.</summary>
    Transferred,

    /// <summary>About the secretary: forwarded to the next level, nothing but a stub stays.</summary>
    Forwarded,
}

/// <summary>What happened when the responsible unit first saw the case.</summary>
public enum YearObjection
{
    /// <summary>It signed for it.</summary>
    None,

    /// <summary>It objected and another unit got the case.</summary>
    Reassigned,

    /// <summary>It objected and was appointed all the same.</summary>
    Confirmed,
}

/// <summary>One case of the synthetic year: what came in, and what people did with it. The run only carries it out.</summary>
public sealed record YearCase
{
    /// <summary>Place in the year, from 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>When it was registered, in working hours.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>LY, JY or JB.</summary>
    public required string Ledger { get; init; }

    /// <summary>X county, Z town, C village.</summary>
    public required string Level { get; init; }

    /// <summary>How it came in.</summary>
    public required string Channel { get; init; }

    /// <summary>What it is about.</summary>
    public required string Category { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Text.</summary>
    public required string Text { get; init; }

    /// <summary>Where it happened.</summary>
    public required VillageInfo Place { get; init; }

    /// <summary>Who came; null when anonymous.</summary>
    public string? PetitionerName { get; init; }

    /// <summary>Phone; null when there is no way to reach them.</summary>
    public string? Phone { get; init; }

    /// <summary>Identity number; null when not given.</summary>
    public string? IdentityNumber { get; init; }

    /// <summary>How many people came together; 1 for one.</summary>
    public int GroupSize { get; init; } = 1;

    /// <summary>Later arrivals of the same person with the same matter.</summary>
    public int Repeats { get; init; }

    /// <summary>Aggregate it belongs to, from 1; null for none.</summary>
    public int? Aggregate { get; init; }

    /// <summary>Code of the accused person; null for none.</summary>
    public string? AccusedPerson { get; init; }

    /// <summary>How it ends.</summary>
    public required YearEnding Ending { get; init; }

    /// <summary>Result in the books.</summary>
    public required string Result { get; init; }

    /// <summary>Whether several departments are concerned.</summary>
    public bool CrossDepartment { get; init; }

    /// <summary>Objection of the first unit.</summary>
    public YearObjection Objection { get; init; }

    /// <summary>Whether a handler is a relative and steps aside.</summary>
    public bool Recusal { get; init; }

    /// <summary>Whether the time was extended.</summary>
    public bool Extended { get; init; }

    /// <summary>Whether the clock was paused.</summary>
    public bool Paused { get; init; }

    /// <summary>Whether the citizen withdrew the matter while it was handled.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>Line of supervision that a late case reached: 1 to 3; 0 for a case in time.</summary>
    public int LateLine { get; init; }

    /// <summary>How often it was worked on again.</summary>
    public int Reworks { get; init; }

    /// <summary>Whether a rework came from the gate (把关) rather than from the citizen.</summary>
    public bool ReworkFromGate { get; init; }

    /// <summary>Rating of the liaison office at the end: satisfied, mostly or dissatisfied.</summary>
    public required string DepartmentRating { get; init; }

    /// <summary>Rating of the responsible unit at the end.</summary>
    public required string ResponsibleRating { get; init; }

    /// <summary>Whether review (复查) was asked for after the end, and re-review (复核) after that: 0, 1 or 2.</summary>
    public int Reviews { get; init; }

    /// <summary>Share of the promised time that the unit takes, in percent; late cases ignore it.</summary>
    public int Pace { get; init; }
}
