namespace Platform.Decisions.Dmn;

/// <summary>Something wrong with a DMN file or model, found while reading or compiling it.</summary>
public sealed record DmnIssue
{
    /// <summary>Stable code of the form <c>area.reason</c>, for example <c>dmn.unknown-reference</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Errors keep the model from being used; warnings do not.</summary>
    public required DmnIssueSeverity Severity { get; init; }

    /// <summary>Text for the author, in Chinese.</summary>
    public required string Chinese { get; init; }

    /// <summary>The same in English.</summary>
    public required string English { get; init; }

    /// <summary>Line of the file, counted from 1; 0 when unknown.</summary>
    public int Line { get; init; }

    /// <summary>Id of the element concerned; null when it has none.</summary>
    public string? ElementId { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Line > 0 ? $"{Code} (line {Line}): {English}" : $"{Code}: {English}";
}

/// <summary>How serious an issue is.</summary>
public enum DmnIssueSeverity
{
    /// <summary>The model can be used; something in it has no effect or is doubtful.</summary>
    Warning,

    /// <summary>The model cannot be used.</summary>
    Error,
}
