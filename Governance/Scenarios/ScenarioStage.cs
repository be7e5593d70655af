using Platform.Governance.Cases;

namespace Platform.Governance.Scenarios;

/// <summary>Where a scenario plays: the county, the clock, and the cases that were begun so far.</summary>
/// <param name="tenantId">The county.</param>
/// <param name="clock">The clock.</param>
/// <param name="processKey">Process that 发起 starts; null when the scenario only registers cases.</param>
public sealed class ScenarioStage(string tenantId, VirtualClock clock, string? processKey = null)
{
    private readonly OrderedDictionary<string, Registered> cases = new(StringComparer.Ordinal);

    /// <summary>The county.</summary>
    public string TenantId { get; } = tenantId;

    /// <summary>Process that 发起 starts; null when the scenario only registers cases.</summary>
    public string? ProcessKey { get; } = processKey;

    /// <summary>The clock.</summary>
    public VirtualClock Clock { get; } = clock;

    /// <summary>The cases in the order in which they began.</summary>
    public IEnumerable<(string Alias, Registered Case)> Matters => cases.Select(pair => (pair.Key, pair.Value));

    /// <summary>Names a case.</summary>
    /// <param name="alias">Name in the scenario.</param>
    /// <param name="registered">The case.</param>
    public void Name(string alias, Registered registered) => cases[alias] = registered;

    /// <summary>The case of a name.</summary>
    /// <param name="alias">Name in the scenario.</param>
    /// <exception cref="ScenarioFailure">No case has the name.</exception>
    public Guid Case(string alias) => Registered(alias).CaseId;

    /// <summary>Number and query code of the case of a name.</summary>
    /// <param name="alias">Name in the scenario.</param>
    /// <exception cref="ScenarioFailure">No case has the name.</exception>
    public Registered Registered(string alias) => cases.GetValueOrDefault(alias) ?? throw new ScenarioFailure($"还没有登记“{alias}”件");
}
