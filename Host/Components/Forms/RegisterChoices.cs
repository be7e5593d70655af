using Platform.Governance;
using Platform.Governance.Cases;
using Platform.Runtime.Definitions;

namespace Platform.Host.Components.Forms;

/// <summary>What a registrar chooses from: the categories are those of the county's own process, in its form for booking.</summary>
/// <param name="graphs">Published processes.</param>
/// <param name="options">Which process carries cases.</param>
public sealed class RegisterChoices(GraphCache graphs, GovernanceOptions options)
{
    private const string BookingForm = "register.form.json";
    private const string CategoryField = "category";

    /// <summary>The categories in the order of the form; only "other" when the process says none.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<string>> CategoriesAsync(string tenantId, CancellationToken ct)
    {
        var process = await graphs.LatestAsync(tenantId, options.ProcessKey, ct);
        var choices = process?.Forms.GetValueOrDefault(BookingForm)?.Field(CategoryField)?.Options;
        return choices is { Length: > 0 } found ? [.. found.Select(option => option.Value)] : [CaseCategories.Other];
    }
}
