using Microsoft.Extensions.Localization;
using Platform.Designer.Conditions;
using Platform.Designer.Forms;
using Platform.Host.Accounts;
using Platform.Host.Texts;
using Platform.Kernel;
using Platform.Kernel.Model;
using Platform.Kernel.Xml;
using Platform.Runtime.Activities;
using Platform.Runtime.Definitions.Drafts;
using Platform.Runtime.Forms;

namespace Platform.Host.Pages.Admin.Forming;

/// <summary>The forms of a draft: which there are, who uses them, and keeping them.</summary>
/// <param name="files">Files of drafts.</param>
/// <param name="activities">What steps can be; each brings its ways to end.</param>
/// <param name="texts">Texts of the interface.</param>
public sealed class FormDesk(DraftFiles files, ActivityCatalog activities, IStringLocalizer<Ui> texts)
{
    private const string FormEnding = ".form.json";

    /// <summary>The forms of a process; null when there is no such process.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="key">Process id.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<FormShelf?> OpenAsync(string tenantId, string key, CancellationToken ct)
    {
        if (await files.AllAsync(tenantId, key, ct) is not { } all)
        {
            return null;
        }

        var process = all.Where(file => file.Key.EndsWith(".bpmn", StringComparison.OrdinalIgnoreCase))
            .Select(file => BpmnReader.Read(file.Value.AsSpan()).Definitions?.Processes.FirstOrDefault(found => found.Id == key)).FirstOrDefault(found => found is not null);
        var nodes = Nodes(process?.FlowElements ?? []).ToList();
        var users = nodes.SelectMany(node => node.Extensions.GovElements.Where(extension => extension.LocalName == "form").Select(extension => (Form: extension.Attribute("ref"), Node: node)))
            .Where(pair => pair.Form is { Length: > 0 }).ToLookup(pair => pair.Form!, pair => pair.Node, StringComparer.Ordinal);
        return new FormShelf
        {
            ProcessName = process?.Name ?? key,
            Forms = [.. all.Where(file => file.Key.EndsWith(FormEnding, StringComparison.Ordinal)).OrderBy(file => file.Key, StringComparer.Ordinal)
                .Select(file => new ShelvedForm(file.Key, FormDocument.Read(file.Value), [.. users[file.Key].Select(NameOf).Distinct()], OutcomesOf([.. users[file.Key]])))],
            Facts = nodes.Any(node => node.Extensions.Gov("activity") is { Length: > 0 }) ? new DesignVariables(texts).Facts : [],
            Dictionaries = all.Where(file => FormDictionary.NameOf(file.Key) is not null)
                .Select(file => (Name: FormDictionary.NameOf(file.Key)!, Read: FormDictionary.Read(file.Key, file.Value)))
                .Where(item => item.Read.IsSuccess).DistinctBy(item => item.Name).ToDictionary(item => item.Name, item => item.Read.Value, StringComparer.Ordinal),
        };
    }

    /// <summary>Begins an empty form.</summary>
    /// <param name="person">Who begins.</param>
    /// <param name="key">Process id.</param>
    /// <param name="title">Title of the form; must not be empty.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Name of its file, or why it was not kept.</returns>
    public async Task<Result<string>> BeginAsync(SignedInPerson person, string key, string title, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(person);
        var plain = string.Concat(title.Trim().Where(c => char.IsLetterOrDigit(c) || c is '-' or '_'));
        var file = (plain.Length == 0 ? "form" : plain[..Math.Min(60, plain.Length)]) + FormEnding;
        if (await files.AllAsync(person.TenantId, key, ct) is { } all && all.ContainsKey(file))
        {
            return new Problem("form.exists", $"已经有一个表单叫“{title.Trim()}”，请换一个名称。");
        }

        var problem = await SaveAsync(person, key, file, new FormDocument { Title = title.Trim() }.Write(), ct);
        return problem is null ? file : problem;
    }

    /// <summary>Keeps a form or another file of the draft.</summary>
    /// <param name="person">Who keeps it.</param>
    /// <param name="key">Process id.</param>
    /// <param name="file">Name of the file.</param>
    /// <param name="content">Its bytes; null takes it away.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Problem?> SaveAsync(SignedInPerson person, string key, string file, byte[]? content, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(person);
        return files.SaveAsync(new SaveDraftFile { TenantId = person.TenantId, Key = key, Name = file, Content = content, By = person.PersonId }, ct);
    }

    /// <summary>Keeps a dictionary of the draft.</summary>
    /// <param name="person">Who keeps it.</param>
    /// <param name="key">Process id.</param>
    /// <param name="dictionary">The dictionary.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Problem?> KeepDictionaryAsync(SignedInPerson person, string key, SharedOptions dictionary, CancellationToken ct) =>
        SaveAsync(person, key, dictionary.Name + FormDictionary.FileEnding, new FormDictionary { Title = dictionary.Title, Items = [.. dictionary.Options.Select(option => new FieldOption(option.Value, option.Text))] }.Write(), ct);

    private static IEnumerable<FlowNode> Nodes(IEnumerable<FlowElement> elements) => elements.SelectMany(element => element switch
    {
        SubProcess sub => Nodes(sub.FlowElements).Prepend(sub),
        FlowNode node => (IEnumerable<FlowNode>)[node],
        _ => [],
    });

    private static string NameOf(FlowNode node) => node.Name is { Length: > 0 } name ? name : node.Id;

    /// <summary>The ways in which steps may end: stated ones, else their activity's. Starts have none; a form that nobody uses yet may become a step's.</summary>
    private IReadOnlyList<ConditionChoice>? OutcomesOf(IReadOnlyList<FlowNode> users) =>
        users.Count > 0 && !users.OfType<UserTask>().Any() ? null : [.. users.OfType<UserTask>().SelectMany(OutcomesOf).DistinctBy(outcome => outcome.Value)];

    private IEnumerable<ConditionChoice> OutcomesOf(UserTask step)
    {
        var usual = step.Extensions.Gov("activity") is { } type ? activities.FindHuman(type)?.Outcomes.Select(outcome => new ConditionChoice(outcome.Value, outcome.Text)).ToList() ?? [] : [];
        var stated = step.Extensions.GovElements.Where(extension => extension.LocalName == "outcome" && extension.Attribute("value") is { Length: > 0 })
            .Select(extension => (Value: extension.Attribute("value")!, Text: extension.Attribute("text"))).ToList();
        return stated.Count == 0 ? usual : stated.Select(outcome => new ConditionChoice(
            outcome.Value, outcome.Text is { Length: > 0 } text ? text : usual.Find(each => each.Value == outcome.Value)?.Text ?? outcome.Value));
    }
}

/// <summary>The forms and dictionaries of a draft.</summary>
public sealed record FormShelf
{
    /// <summary>Name of the process.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The forms by file.</summary>
    public required IReadOnlyList<ShelvedForm> Forms { get; init; }

    /// <summary>What the platform knows of every case, for processes that handle cases.</summary>
    public required IReadOnlyList<ConditionVariable> Facts { get; init; }

    /// <summary>The dictionaries by name.</summary>
    public required IReadOnlyDictionary<string, FormDictionary> Dictionaries { get; init; }

    /// <summary>The same for the designer, by title.</summary>
    public IReadOnlyList<SharedOptions> Shared =>
        [.. Dictionaries.Select(item => new SharedOptions(item.Key, item.Value.Title ?? item.Key, [.. item.Value.Items.Select(option => new FormOption(option.Value, option.Text))])).OrderBy(item => item.Title, StringComparer.Ordinal)];
}

/// <summary>A form of a draft.</summary>
/// <param name="File">Name of its file.</param>
/// <param name="Form">The form; null when the file cannot be read.</param>
/// <param name="Steps">Names of the steps that use it.</param>
/// <param name="Outcomes">The ways in which those steps may end; empty when they are not known, null when only starts use it.</param>
public sealed record ShelvedForm(string File, FormDocument? Form, IReadOnlyList<string> Steps, IReadOnlyList<ConditionChoice>? Outcomes);
