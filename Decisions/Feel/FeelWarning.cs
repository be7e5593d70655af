namespace Platform.Decisions.Feel;

/// <summary>Something that made an expression, or a part of it, null; or a reason why a text is no expression.</summary>
public sealed record FeelWarning
{
    /// <summary>What kind of thing, for example <c>feel.unknown-name</c>; stable.</summary>
    public required string Code { get; init; }

    /// <summary>How serious it is.</summary>
    public FeelSeverity Severity { get; init; } = FeelSeverity.Warning;

    /// <summary>Where it begins in the expression's text, from 0.</summary>
    public required int Start { get; init; }

    /// <summary>How many UTF-16 units it spans; 0 for a place between characters.</summary>
    public required int Length { get; init; }

    /// <summary>For officials, in Chinese.</summary>
    public required string Chinese { get; init; }

    /// <summary>For developers, in English.</summary>
    public required string English { get; init; }

    internal static FeelWarning At(int start, int length, in FeelMessage message) => new()
    {
        Code = message.Code,
        Severity = message.Severity,
        Start = start,
        Length = length,
        Chinese = message.Chinese,
        English = message.English,
    };
}

/// <summary>How serious a <see cref="FeelWarning"/> is.</summary>
public enum FeelSeverity
{
    /// <summary>Nothing went wrong, yet the answer is null, and people may want to know why: no rule of a table applied.</summary>
    Information,

    /// <summary>Something could not be computed.</summary>
    Warning,
}
