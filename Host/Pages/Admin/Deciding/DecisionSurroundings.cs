using Platform.Designer.Conditions;
using Platform.Designer.Tables;
using Platform.Runtime.Definitions;
using Platform.Runtime.Definitions.Drafts;
using Platform.Runtime.Definitions.Rules;
using Platform.Runtime.Access;
using Platform.Runtime.Forms;
using Platform.Runtime.Org;

namespace Platform.Host.Pages.Admin.Deciding;

/// <summary>What helps to write rules: the fields of the forms whose processes ask the decision, the dictionaries beside them, and the county's units.</summary>
/// <param name="decisions">Who asks a decision.</param>
/// <param name="definitions">Which processes there are.</param>
/// <param name="files">Files of processes as they stand.</param>
/// <param name="people">Organisation.</param>
/// <param name="texts">Texts of the interface.</param>
public sealed class DecisionSurroundings(DecisionQuery decisions, DefinitionQuery definitions, DraftFiles files, OrgCache people, Microsoft.Extensions.Localization.IStringLocalizer<Texts.Ui> texts)
{
    /// <summary>So many processes are looked through for a decision that none asks yet.</summary>
    private const int MostProcesses = 12;

    /// <summary>Everything that helps with a decision.</summary>
    /// <param name="viewer">Who works.</param>
    /// <param name="key">Key of the decision; a new one is asked by nobody yet, and any process may be meant.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<TableAids> OfAsync(Viewer viewer, string key, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var tenantId = viewer.TenantId;
        var all = await decisions.ListAsync(tenantId, ct);
        var used = all.Where(item => item.Key == key).SelectMany(item => item.UsedBy).Select(use => use.ProcessKey).Distinct(StringComparer.Ordinal).ToList();
        var processes = used.Count > 0 ? used : [.. (await definitions.ListAsync(viewer, ct)).Select(item => item.Key).Take(MostProcesses)];
        List<FormSpec> forms = [];
        Dictionary<string, FormDictionary> dictionaries = new(StringComparer.Ordinal);
        foreach (var process in processes)
        {
            var beside = await files.AllAsync(tenantId, process, ct) ?? new Dictionary<string, byte[]>();
            var own = Dictionaries(beside);
            forms.AddRange(beside.Where(file => file.Key.EndsWith(".form.json", StringComparison.Ordinal))
                .Select(file => FormSpec.Read(file.Key, file.Value)).Where(form => form.IsSuccess)
                .Select(form => form.Value.With(own)).Where(form => form.IsSuccess).Select(form => form.Value));
            foreach (var (name, dictionary) in own)
            {
                dictionaries.TryAdd(name, dictionary);
            }
        }

        List<ConditionVariable> variables = [.. forms.SelectMany(form => form.Fields).Select(DesignVariables.Of).Concat(new DesignVariables(texts).Facts).DistinctBy(variable => variable.Name)];
        return new TableAids(variables, [.. dictionaries.Select(item => List(item.Key, item.Value)), .. variables.Where(HasCodes).Select(List), await UnitsAsync(tenantId, ct)]);
    }

    private static Dictionary<string, FormDictionary> Dictionaries(IReadOnlyDictionary<string, byte[]> beside) => beside
        .Where(file => FormDictionary.NameOf(file.Key) is not null).Select(file => (Name: FormDictionary.NameOf(file.Key)!, Read: FormDictionary.Read(file.Key, file.Value)))
        .Where(item => item.Read.IsSuccess).DistinctBy(item => item.Name).ToDictionary(item => item.Name, item => item.Read.Value, StringComparer.Ordinal);

    private static PickList List(string name, FormDictionary dictionary) =>
        new(name, dictionary.Title ?? name, [.. dictionary.Items.Select(item => new ConditionChoice(item.Value, item.Text))]);

    // A field whose stored values are its words needs no list: the words can be typed.
    private static bool HasCodes(ConditionVariable variable) => variable.Choices.Any(choice => choice.Text != choice.Value);

    private PickList List(ConditionVariable variable) => new(PickList.OfField(variable.Name), texts["Decisions.FieldList", variable.Label], variable.Choices);

    private async Task<PickList> UnitsAsync(string tenantId, CancellationToken ct) => new(
        PickList.Units,
        texts["Decisions.UnitList"],
        [.. (await people.GetAsync(tenantId, ct)).Units.OrderBy(unit => unit.Code, StringComparer.Ordinal).Select(unit => new ConditionChoice(unit.Code, unit.Name))]);
}
