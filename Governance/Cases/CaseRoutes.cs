using Platform.Decisions.Feel;
using Platform.Governance.Rows;

namespace Platform.Governance.Cases;

/// <summary>Where a case goes when it leaves its level.</summary>
public sealed class CaseRoutes(CaseSetting setting)
{
    /// <summary>The desk above the one that owns a case, with the variables that follow from it; null for the county's desk.</summary>
    /// <param name="row">The case.</param>
    /// <param name="now">The instant.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<DeskAbove?> AboveAsync(CaseRow row, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(row);
        var directory = await setting.Org.GetAsync(row.TenantId, ct);
        if (directory.Unit(row.DeskUnitId) is not { } desk || AccusedRule.Above(directory, desk, now) is not { } above)
        {
            return null;
        }

        var variables = new Dictionary<string, FeelValue>(StringComparer.Ordinal);
        CaseVariables.AddDesk(variables, directory, above);
        return new DeskAbove(above.Id, Desks.Level(directory, above), variables);
    }
}

/// <summary>The desk that takes over.</summary>
/// <param name="DeskUnitId">The desk.</param>
/// <param name="Level">X, Z or C.</param>
/// <param name="Variables">Variables of the process that follow.</param>
public sealed record DeskAbove(Guid DeskUnitId, string Level, IReadOnlyDictionary<string, FeelValue> Variables);
