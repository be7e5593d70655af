namespace Platform.Decisions.Analysis;

/// <summary>Something that the author of a decision table should look at.</summary>
public sealed record TableFinding
{
    /// <summary>What kind of thing.</summary>
    public required TableFindingKind Kind { get; init; }

    /// <summary>The kind as a stable code, for example <c>dmn.table-gap</c>.</summary>
    public string Code => Kind switch
    {
        TableFindingKind.Gap => "dmn.table-gap",
        TableFindingKind.Overlap => "dmn.table-overlap",
        TableFindingKind.Masked => "dmn.table-masked",
        TableFindingKind.NeverReached => "dmn.table-never-reached",
        TableFindingKind.TypeError => "dmn.table-type",
        TableFindingKind.NotChecked => "dmn.table-not-checked",
        _ => throw new InvalidOperationException($"Expected a known kind of finding, but got {Kind}."),
    };

    /// <summary>Line of the file that the table starts on, counted from 1; 0 when it was not read from a file.</summary>
    public int Line { get; init; }

    /// <summary>How serious it is.</summary>
    public required TableFindingSeverity Severity { get; init; }

    /// <summary>The decision, function or entry that the table belongs to.</summary>
    public required string Table { get; init; }

    /// <summary>Id of the table; null when the model gives none.</summary>
    public string? TableId { get; init; }

    /// <summary>Numbers of the rules concerned, counted from 1; empty when it concerns the whole table.</summary>
    public IReadOnlyList<int> Rules { get; init; } = [];

    /// <summary>The combination of inputs concerned; inputs that do not matter are left out.</summary>
    public IReadOnlyList<FindingCondition> Combination { get; init; } = [];

    /// <summary>The finding for the author, in Chinese.</summary>
    public required string Chinese { get; init; }
}

/// <summary>What one input is in the combination of a finding.</summary>
/// <param name="Label">Heading of the column.</param>
/// <param name="Values">Its values in words, for example <c>100 ≤ 金额 &lt; 200</c> or <c>事项类别 = 物业</c>.</param>
/// <param name="Column">Number of the input column, counted from 0.</param>
/// <param name="Test">The same values as a FEEL unary test, for example <c>[100..200)</c>: what a missing rule would say.</param>
public sealed record FindingCondition(string Label, string Values, int Column, string Test);

/// <summary>Kind of a finding.</summary>
public enum TableFindingKind
{
    /// <summary>A combination of inputs for which no rule matches and no default is given.</summary>
    Gap,

    /// <summary>Rules that match at once although the hit policy allows one, or demands that they agree.</summary>
    Overlap,

    /// <summary>A rule that never takes effect because others come before it wherever it matches.</summary>
    Masked,

    /// <summary>A rule whose conditions cannot hold.</summary>
    NeverReached,

    /// <summary>A cell whose value does not fit the type or the list of values of its column, or that cannot be read.</summary>
    TypeError,

    /// <summary>Something that the analysis could not look at.</summary>
    NotChecked,
}

/// <summary>How serious a finding is.</summary>
public enum TableFindingSeverity
{
    /// <summary>Good to know.</summary>
    Information,

    /// <summary>The table works, but perhaps not as meant.</summary>
    Warning,

    /// <summary>Some inputs give null and a warning.</summary>
    Error,
}
