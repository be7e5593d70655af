using Platform.Host.Attachments;
using Platform.Kernel;
using Platform.Runtime.Access;
using Platform.Runtime.Org;

namespace Platform.Host.Components.Forms;

/// <summary>The people and units of the reader's county, as they are now.</summary>
/// <param name="org">The organisation.</param>
/// <param name="files">Keeps files.</param>
/// <param name="clock">The platform's clock.</param>
public sealed class PickChoices(OrgCache org, AttachmentKeeper files, TimeProvider clock) : IPickChoices
{
    private OrgDirectory? _directory;
    private Viewer? _viewer;
    private AttachmentPlace? _place;

    /// <summary>The organisation that was loaded.</summary>
    public OrgDirectory Directory => _directory ?? throw new InvalidOperationException("Expected LoadAsync before the first question.");

    private DirectoryChoices Choices => new(Directory, clock.GetUtcNow);

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
    public IReadOnlyList<PickItem> FindUnits(string text) => Choices.FindUnits(text);

    /// <inheritdoc />
    public IReadOnlyList<PickItem> FindPeople(string text) => Choices.FindPeople(text);

    /// <inheritdoc />
    public string UnitName(string id) => Choices.UnitName(id);

    /// <inheritdoc />
    public string PersonName(string id) => Choices.PersonName(id);

    /// <summary>Gives units and people that a process names by code the ids that a form holds.</summary>
    /// <param name="form">A form before anybody filled it in.</param>
    public void Resolve(FormModel form) => Choices.Resolve(form);

    /// <inheritdoc />
    public Task<Result<PickItem>> KeepFileAsync(AttachmentFile file, CancellationToken ct) => _viewer is not null && _place is not null
        ? files.KeepAsync(_viewer, _place, file, ct)
        : throw new InvalidOperationException("Expected LoadAsync with a place before the first file.");
}
