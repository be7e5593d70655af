using Platform.Host.Attachments;
using Platform.Kernel;
using Platform.Runtime.Access;
using Platform.Runtime.Forms;
using Platform.Runtime.Org;

namespace Platform.Host.Components.Forms;

/// <summary>The people and units of the reader's county, as they are now.</summary>
/// <param name="org">The organisation.</param>
/// <param name="files">Keeps files.</param>
/// <param name="clock">The platform's clock.</param>
public sealed class PickChoices(OrgCache org, AttachmentKeeper files, TimeProvider clock) : IPickChoices
{
    private const int Screenful = 12;
    private OrgDirectory? _directory;
    private Viewer? _viewer;
    private AttachmentPlace? _place;

    /// <summary>The organisation that was loaded.</summary>
    public OrgDirectory Directory => _directory ?? throw new InvalidOperationException("Expected LoadAsync before the first question.");

    /// <summary>Reads the organisation; call before the page asks.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="place">Where files belong; null when the page takes none.</param>
    /// <param name="ct">Gives up.</param>
    public async Task LoadAsync(Viewer viewer, AttachmentPlace? place, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        (_viewer, _place) = (viewer, place);
        _directory = await org.GetAsync(viewer.TenantId, ct);
    }

    /// <inheritdoc />
    public IReadOnlyList<PickItem> FindUnits(string text) =>
        [.. Directory.Units
            .Where(unit => unit.IsActive && (unit.Name.Contains(text, StringComparison.Ordinal) || unit.ShortName.Contains(text, StringComparison.Ordinal)))
            .OrderBy(unit => unit.Kind).ThenBy(unit => unit.SortOrder)
            .Take(Screenful)
            .Select(unit => new PickItem(unit.Id.ToString(), unit.ShortName, unit.Name == unit.ShortName ? null : unit.Name))];

    /// <inheritdoc />
    public IReadOnlyList<PickItem> FindPeople(string text)
    {
        var now = clock.GetUtcNow();
        return [.. Directory.People
            .Where(person => person.IsActive)
            .Select(person => (person, posts: Directory.PostsOf(person.Id, now).Select(held => held.Unit.ShortName + held.Post.Name).ToList()))
            .Where(pair => pair.person.Name.Contains(text, StringComparison.Ordinal) || pair.posts.Exists(post => post.Contains(text, StringComparison.Ordinal)))
            .OrderBy(pair => pair.person.Name, StringComparer.Ordinal)
            .Take(Screenful)
            .Select(pair => new PickItem(pair.person.Id.ToString(), pair.person.Name, pair.posts.FirstOrDefault()))];
    }

    /// <inheritdoc />
    public string UnitName(string id) => Directory.FindUnit(id)?.ShortName ?? id;

    /// <inheritdoc />
    public string PersonName(string id) => Directory.FindPerson(id)?.Name ?? id;

    /// <summary>Gives units and people that a process names by code the ids that a form holds.</summary>
    /// <param name="form">A form before anybody filled it in.</param>
    public void Resolve(FormModel form)
    {
        ArgumentNullException.ThrowIfNull(form);
        foreach (var field in form.Spec.Fields.Where(field => field.Type is FieldType.Unit or FieldType.Person))
        {
            var ids = form.Items(field)
                .Select(text => field.Type == FieldType.Unit ? Directory.FindUnit(text)?.Id : Directory.FindPerson(text)?.Id)
                .OfType<Guid>().Select(id => id.ToString()).ToList();
            if (field.Multiple)
            {
                form.Enter(field, ids);
            }
            else
            {
                form.Enter(field, ids.FirstOrDefault());
            }
        }
    }

    /// <inheritdoc />
    public Task<Result<PickItem>> KeepFileAsync(AttachmentFile file, CancellationToken ct) => _viewer is not null && _place is not null
        ? files.KeepAsync(_viewer, _place, file, ct)
        : throw new InvalidOperationException("Expected LoadAsync with a place before the first file.");
}
