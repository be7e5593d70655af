using Platform.Host.Attachments;
using Platform.Kernel;

namespace Platform.Host.Components.Forms;

/// <summary>The people and units that a form may name and the files that it may hold. A page gives the choices of the signed-in person; a test gives a few.</summary>
public interface IPickChoices
{
    /// <summary>Units whose name contains the text, at most a screenful; an empty text gives the most likely ones.</summary>
    /// <param name="text">Part of a name.</param>
    IReadOnlyList<PickItem> FindUnits(string text);

    /// <summary>People whose name or post contains the text, at most a screenful; an empty text gives the most likely ones.</summary>
    /// <param name="text">Part of a name or post.</param>
    IReadOnlyList<PickItem> FindPeople(string text);

    /// <summary>Name of a unit; the id itself when it is unknown.</summary>
    /// <param name="id">The unit's id.</param>
    string UnitName(string id);

    /// <summary>Name of a person; the id itself when it is unknown.</summary>
    /// <param name="id">The person's id.</param>
    string PersonName(string id);

    /// <summary>Keeps a file and returns it, or the problem that prevented it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="ct">Gives up.</param>
    Task<Result<PickItem>> KeepFileAsync(AttachmentFile file, CancellationToken ct);
}
