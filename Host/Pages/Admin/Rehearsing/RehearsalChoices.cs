using Platform.Host.Attachments;
using Platform.Host.Components.Forms;
using Platform.Kernel;
using Platform.Runtime.Org;

namespace Platform.Host.Pages.Admin.Rehearsing;

/// <summary>The people and units of a rehearsal. Of a file only its name is taken: a rehearsal shows that a paper is asked for, and keeps none.</summary>
/// <param name="directory">The organisation in the rehearsal.</param>
/// <param name="now">The virtual present.</param>
public sealed class RehearsalChoices(OrgDirectory directory, Func<DateTimeOffset> now) : IPickChoices
{
    private readonly DirectoryChoices choices = new(directory, now);

    /// <inheritdoc />
    public IReadOnlyList<PickItem> FindUnits(string text) => choices.FindUnits(text);

    /// <inheritdoc />
    public IReadOnlyList<PickItem> FindPeople(string text) => choices.FindPeople(text);

    /// <inheritdoc />
    public string UnitName(string id) => choices.UnitName(id);

    /// <inheritdoc />
    public string PersonName(string id) => choices.PersonName(id);

    /// <inheritdoc />
    public Task<Result<PickItem>> KeepFileAsync(AttachmentFile file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Task.FromResult<Result<PickItem>>(new PickItem(Guid.CreateVersion7(now()).ToString(), file.Name));
    }

    /// <summary>Gives units and people that a process names by code the ids that a form holds.</summary>
    /// <param name="form">A form before anybody filled it in.</param>
    public void Resolve(FormModel form) => choices.Resolve(form);
}
