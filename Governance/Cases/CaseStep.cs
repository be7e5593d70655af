using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Cases;

/// <summary>What somebody decided at one task of a case, for the books.</summary>
public sealed record CaseStep
{
    /// <summary>The county.</summary>
    public required string TenantId { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Element of the process.</summary>
    public required string ElementId { get; init; }

    /// <summary>Name of the step for people.</summary>
    public required string Name { get; init; }

    /// <summary>How often the element had been entered.</summary>
    public required int Round { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who.</summary>
    public required Guid By { get; init; }

    /// <summary>Principal, when a deputy acted.</summary>
    public Guid? OnBehalfOf { get; init; }

    /// <summary>Outcome chosen.</summary>
    public required string Outcome { get; init; }

    /// <summary>Opinion; null for none.</summary>
    public string? Opinion { get; init; }

    /// <summary>Values of the form.</summary>
    public ImmutableDictionary<string, FeelValue> Values { get; init; } = ImmutableDictionary<string, FeelValue>.Empty;

    /// <summary>Who may know of the case.</summary>
    public InformationScope Scope { get; init; }

    /// <summary>Whether texts of this case are kept sealed.</summary>
    public bool IsSealed => Scope >= InformationScope.Restricted;

    /// <summary>A text of the form; null when it is empty.</summary>
    /// <param name="key">Key of the field.</param>
    public string? Text(string key) => Values.TryGetValue(key, out var value) && value is FeelString { Value.Length: > 0 } text ? text.Value : null;

    /// <summary>A whole number of the form; null when it is empty.</summary>
    /// <param name="key">Key of the field.</param>
    public int? Number(string key) =>
        Values.TryGetValue(key, out var value) && value is FeelNumber number && number.TryToInt64(out var whole) && whole is >= 0 and < int.MaxValue ? (int)whole : null;
}
