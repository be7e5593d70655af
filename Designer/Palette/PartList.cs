using Microsoft.Extensions.Localization;
using Platform.Designer.Simple;
using Platform.Designer.Texts;

namespace Platform.Designer.Palette;

/// <summary>Puts together what may be put into a process: plain elements first, which every process needs, then fragments, then governance activities by heading.</summary>
/// <param name="texts">Texts of the palette.</param>
internal sealed class PartList(IStringLocalizer<PaletteTexts> texts)
{
    private static readonly PartKind[] Plain = [PartKind.User, PartKind.Rule, PartKind.Exclusive, PartKind.Parallel, PartKind.Inclusive, PartKind.Wait, PartKind.End];

    /// <summary>All parts in the order in which lists show them.</summary>
    /// <param name="activities">Activities as the host describes them.</param>
    internal IReadOnlyList<ProcessPart> Of(IEnumerable<ActivityChoice> activities) =>
    [
        .. Plain.Select(kind => new ProcessPart($"plain.{kind}", texts[$"Plain.{kind}"], texts[$"Plain.{kind}.Help"], texts["Plain"], kind)),
        .. FragmentLibrary.All.Select(f => new ProcessPart(f.Id, f.Name, f.Description, texts["Fragments"], PartKind.Fragment)),
        .. activities.Select(a => new ProcessPart(a.Type, a.Name, a.Description, a.Category, a.IsHuman ? PartKind.User : PartKind.Service, a.Type)),
    ];
}
