using System.Text;
using Microsoft.Extensions.Localization;
using Platform.Designer.Conditions;
using Platform.Designer.Panel;
using Platform.Governance.Notices;
using Platform.Host.Accounts;
using Platform.Host.Texts;
using Platform.Kernel;
using Platform.Kernel.Xml;
using Platform.Runtime.Definitions.Drafts;
using Platform.Runtime.Forms;
using Platform.Runtime.Instances.Starting;

namespace Platform.Host.Pages.Admin.Forming;

/// <summary>The letter templates of a draft: which there are, and keeping them. They are files of the process and published with it.</summary>
/// <param name="files">Files of drafts.</param>
/// <param name="reserved">Processes of cases, of which more is known than of other matters.</param>
/// <param name="texts">Texts of the interface.</param>
public sealed class LetterDesk(DraftFiles files, IEnumerable<ReservedProcess> reserved, IStringLocalizer<Ui> texts)
{
    private const int LongestName = 60;

    /// <summary>What the templates of a process can leave to be filled in, each with an example.</summary>
    /// <param name="key">Process id.</param>
    /// <param name="forms">Its forms; what people fill in on matters that are no cases can stand in letters.</param>
    public IReadOnlyList<ConditionChoice> Places(string key, IEnumerable<FormSpec> forms) => reserved.Any(process => process.Key == key)
        ? [.. NoticeTemplates.Places.Select(Example)]
        :
        [
            .. NoticeTemplates.PlacesOfMatters.Select(Example),
            .. forms.SelectMany(form => form.Fields).Where(field => field.Type != FieldType.Attachment).Select(field => field.Label).Distinct()
                .Except(NoticeTemplates.PlacesOfMatters).Select(label => new ConditionChoice(label, texts["Letters.Entered", label])),
        ];

    /// <summary>What the panel offers, with the templates of a process.</summary>
    /// <param name="context">What the panel offers besides.</param>
    /// <param name="tenantId">The county.</param>
    /// <param name="key">Process id.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<PanelContext> OfferAsync(PanelContext context, string tenantId, string key, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(context);
        return await OpenAsync(tenantId, key, ct) is not { } shelf ? context : context with
        {
            Letters = shelf.Letters,
            LetterPlaces = shelf.Places,
            LettersAddress = $"/definitions/design/{key}/letters",
            LetterAddress = letter => LettersPage.AddressOf(key, letter),
        };
    }

    /// <summary>The templates of a process, by title; null when there is no such process.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="key">Process id.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<LetterShelf?> OpenAsync(string tenantId, string key, CancellationToken ct)
    {
        if (await files.AllAsync(tenantId, key, ct) is not { } all)
        {
            return null;
        }

        var process = all.Where(file => file.Key.EndsWith(".bpmn", StringComparison.OrdinalIgnoreCase))
            .Select(file => BpmnReader.Read(file.Value.AsSpan()).Definitions?.Processes.FirstOrDefault(found => found.Id == key)).FirstOrDefault(found => found is not null);
        return new LetterShelf(process?.Name ?? key, In(all), Places(key, DesignSurroundings.FormsAmong(all).Values));
    }

    /// <summary>The templates among files, by title.</summary>
    /// <param name="all">Files by name.</param>
    public static IReadOnlyList<LetterChoice> In(IReadOnlyDictionary<string, byte[]> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        return
        [
            .. all.Where(file => NoticeTemplates.KeyOf(file.Key) is not null)
                .Select(file => (Key: NoticeTemplates.KeyOf(file.Key)!, Text: Encoding.UTF8.GetString(file.Value)))
                .Select(file => new LetterChoice(file.Key, NoticeTexts.Heading(file.Text) ?? file.Key, file.Text))
                .OrderBy(letter => letter.Title, StringComparer.Ordinal),
        ];
    }

    /// <summary>Begins a template.</summary>
    /// <param name="person">Who begins.</param>
    /// <param name="key">Process id.</param>
    /// <param name="title">Its heading; must not be empty.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The template's key, or why it was not kept: <c>letter.exists</c>, or what saving met.</returns>
    public async Task<Result<string>> BeginAsync(SignedInPerson person, string key, string title, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(title);
        var plain = string.Concat(title.Trim().Where(c => char.IsLetterOrDigit(c) || c is '-' or '_').Take(LongestName));
        var letter = plain.Length == 0 ? "letter" : plain;
        if (await files.AllAsync(person.TenantId, key, ct) is { } all && all.ContainsKey(NoticeTemplates.FileOf(letter)))
        {
            return new Problem("letter.exists", $"已经有一个文书模板叫“{title.Trim()}”，请换一个名称。");
        }

        var problem = await SaveAsync(person, key, letter, $"# {title.Trim()}\n\n{texts[reserved.Any(process => process.Key == key) ? "Letters.StartOfCase" : "Letters.Start"].Value}\n", ct);
        return problem is null ? letter : problem;
    }

    private ConditionChoice Example(string place) => new(
        place, texts["LetterPlace." + place] is { ResourceNotFound: false } example ? example.Value : texts["NoticePlace." + place].Value);

    /// <summary>Keeps a template in the draft.</summary>
    /// <param name="person">Who keeps it.</param>
    /// <param name="key">Process id.</param>
    /// <param name="letter">Key of the template.</param>
    /// <param name="text">Its text, the heading in the first line.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Problem?> SaveAsync(SignedInPerson person, string key, string letter, string text, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(person);
        return files.SaveAsync(new SaveDraftFile { TenantId = person.TenantId, Key = key, Name = NoticeTemplates.FileOf(letter), Content = Encoding.UTF8.GetBytes(text), By = person.PersonId }, ct);
    }
}

/// <summary>The letter templates of a draft.</summary>
/// <param name="ProcessName">Name of the process.</param>
/// <param name="Letters">The templates by title.</param>
/// <param name="Places">What they can leave to be filled in, each with an example.</param>
public sealed record LetterShelf(string ProcessName, IReadOnlyList<LetterChoice> Letters, IReadOnlyList<ConditionChoice> Places);
