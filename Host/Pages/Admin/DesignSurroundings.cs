using Platform.Designer.Conditions;
using Platform.Runtime.Calendar;
using Platform.Runtime.Definitions;
using Platform.Runtime.Definitions.Drafts;
using Platform.Runtime.Forms;
using Platform.Runtime.Org;

namespace Platform.Host.Pages.Admin;

/// <summary>What the designer previews with: the county's real calendar, people, and the forms beside the process.</summary>
/// <param name="calendars">Working calendars.</param>
/// <param name="people">Organisation.</param>
/// <param name="graphs">Published versions.</param>
/// <param name="files">Files of drafts.</param>
/// <param name="clock">The platform's clock.</param>
public sealed class DesignSurroundings(CalendarCache calendars, OrgCache people, GraphCache graphs, DraftFiles files, TimeProvider clock)
{
    private const int MostTitles = 3;

    /// <summary>The present.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Calendar and people of a county, and a version of a process.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="baseDefinitionId">The version that a draft began from; null for none.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<(WorkCalendar Calendar, OrgDirectory People, DeployedProcess? Based)> OfAsync(string tenantId, Guid? baseDefinitionId, CancellationToken ct)
    {
        DeployedProcess? based = baseDefinitionId is { } id ? await graphs.GetAsync(tenantId, id, ct) : null;
        return (await calendars.GetAsync(tenantId, ct), await people.GetAsync(tenantId, ct), based);
    }

    /// <summary>The forms beside a draft as they stand, by file; those that cannot be read are left out.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="key">Process id.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyDictionary<string, FormSpec>> FormsAsync(string tenantId, string key, CancellationToken ct) =>
        FormsAmong(await files.AllAsync(tenantId, key, ct) ?? new Dictionary<string, byte[]>());

    /// <summary>The forms among files, by file, with the options of their dictionaries; those that cannot be read are left out.</summary>
    /// <param name="all">Files by name.</param>
    public static IReadOnlyDictionary<string, FormSpec> FormsAmong(IReadOnlyDictionary<string, byte[]> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        var dictionaries = all.Where(file => FormDictionary.NameOf(file.Key) is not null)
            .Select(file => (Name: FormDictionary.NameOf(file.Key)!, Read: FormDictionary.Read(file.Key, file.Value)))
            .Where(item => item.Read.IsSuccess).DistinctBy(item => item.Name).ToDictionary(item => item.Name, item => item.Read.Value, StringComparer.Ordinal);
        return all.Where(file => file.Key.EndsWith(".form.json", StringComparison.Ordinal))
            .Select(file => (file.Key, Form: FormSpec.Read(file.Key, file.Value)))
            .Where(file => file.Form.IsSuccess)
            .ToDictionary(file => file.Key, file => file.Form.Value.With(dictionaries).Match(whole => whole, _ => file.Form.Value), StringComparer.Ordinal);
    }

    /// <summary>Names of the decisions that a version asks, each once.</summary>
    /// <param name="based">The version; null has none.</param>
    public static IReadOnlyList<string> Decisions(DeployedProcess? based) =>
        [.. (based?.Graph.Nodes ?? []).Select(n => n.Element.Extensions.Gov("decision")).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Roles that posts carry, each with the titles of a few posts that have it.</summary>
    /// <param name="directory">The organisation.</param>
    public IReadOnlyList<ConditionChoice> Roles(OrgDirectory directory) =>
    [
        .. directory.People.SelectMany(p => directory.PostsOf(p.Id, Now)).Where(h => h.Post.Role is { Length: > 0 })
            .GroupBy(h => h.Post.Role!, h => h.Title).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new ConditionChoice(g.Key, string.Join('、', g.Distinct().Order(StringComparer.Ordinal).Take(MostTitles)))),
    ];

    /// <summary>Titles of all posts that somebody holds now, each once.</summary>
    /// <param name="directory">The organisation.</param>
    public IEnumerable<string> PostTitles(OrgDirectory directory) =>
        directory.People.SelectMany(p => directory.PostsOf(p.Id, Now)).Select(h => h.Title).Distinct().Order(StringComparer.Ordinal);
}
