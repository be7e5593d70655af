using Platform.Decisions.Dmn;
using Platform.Decisions.Feel;
using Platform.Runtime.Definitions;
using Platform.Runtime.Definitions.Rules;

namespace Platform.Governance.Cases;

/// <summary>Asks the decision tables of the process outside of any instance of it: each in its newest version, published with the process or alone.</summary>
/// <param name="graphs">Finds the published processes; asked late, because versions name activities and activities ask decisions.</param>
/// <param name="versions">Finds the published decisions; asked late for the same reason.</param>
/// <param name="options">What the host decided.</param>
public sealed class CaseDecisions(Func<GraphCache> graphs, Func<DecisionVersions> versions, GovernanceOptions options)
{
    /// <summary>Ledger and scope that the table suggests for a text, with the rule's basis.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="text">Title and text of the matter.</param>
    /// <param name="accusesOfficial">Whether it is about an official's misconduct.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<LedgerSuggestion> SuggestLedgerAsync(string tenantId, string text, bool accusesOfficial, CancellationToken ct)
    {
        var (value, basis) = await AskAsync(
            tenantId, "账别判定", [("text", FeelValue.Of(text)), ("accusesOfficial", FeelValue.Of(accusesOfficial)), ("seeksBenefit", FeelValue.Of(false))], ct);
        var ledger = value is FeelContext found && found.TryGet("ledger", out var code) && code is FeelString { Value: var name } ? name : Ledgers.Claims;
        return new LedgerSuggestion(ledger, basis);
    }

    /// <summary>Urgency that the table suggests.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="command">What came in.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<string> SuggestUrgencyAsync(string tenantId, RegisterCase command, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        var (value, _) = await AskAsync(
            tenantId,
            "紧急度",
            [("text", FeelValue.Of(command.Title + command.Text)), ("groupSize", FeelValue.Of((long)command.GroupSize)), ("channel", FeelValue.Of(command.Channel))],
            ct);
        return value is FeelString urgency ? urgency.Value : "一般";
    }

    /// <summary>How long the file of a case is kept, as the table says.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="ledger">Ledger.</param>
    /// <param name="result">Result in the books.</param>
    /// <param name="groupSize">How many people came.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<string> RetentionAsync(string tenantId, string ledger, string result, int groupSize, CancellationToken ct)
    {
        var (value, _) = await AskAsync(
            tenantId, "归档期限", [("ledger", FeelValue.Of(ledger)), ("result", FeelValue.Of(result)), ("groupSize", FeelValue.Of((long)groupSize))], ct);
        return value is FeelContext found && found.TryGet("label", out var label) && label is FeelString { Value: var text } ? text : "10年";
    }

    /// <summary>Code of the unit that the table of dispatch proposes; null when it proposes none.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="row">The case.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<string?> LeadUnitAsync(string tenantId, Rows.CaseRow row, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(row);
        var (value, _) = await AskAsync(
            tenantId,
            "派单",
            [
                ("level", FeelValue.Of(row.Level)), ("category", FeelValue.Of(row.Category)), ("crossDepartment", FeelValue.Of(row.CrossDepartment)),
                ("town", FeelValue.Of(row.Town)), ("village", FeelValue.Of(row.Village)),
            ],
            ct);
        return value is FeelContext plan && plan.TryGet("leadUnit", out var unit) && unit is FeelString code ? code.Value : null;
    }

    private async Task<(FeelValue Value, string Basis)> AskAsync(string tenantId, string decision, (string Name, FeelValue Value)[] inputs, CancellationToken ct)
    {
        var process = await graphs().LatestAsync(tenantId, options.ProcessKey, ct);
        if (process?.FindDecisions(decision) is not { } own)
        {
            return (FeelValue.Null, "");
        }

        // By id: another template may have a table of the same name.
        var key = own.Model.Decisions.FirstOrDefault(d => d.Name == decision)?.Id ?? decision;
        var newest = await versions().LatestAsync(tenantId, key, ct) ?? own;
        var result = newest.EvaluateDecision(key, new FeelContext(inputs.Select(input => KeyValuePair.Create(input.Name, input.Value))));
        return (result.Value, Basis(result));
    }

    private static string Basis(DecisionResult result) => result.Trace.Decisions.SelectMany(step => step.Tables).SelectMany(table => table.Matched)
        .LastOrDefault(rule => rule.IsDecisive)?.Annotations is [var basis, ..] ? basis.Text : "";
}

/// <summary>A suggested ledger.</summary>
/// <param name="Ledger">LY, JY or JB.</param>
/// <param name="Why">Basis of the rule that fired; empty when it is unknown.</param>
public sealed record LedgerSuggestion(string Ledger, string Why);
