using System.Xml.Linq;

namespace Platform.Designer.Versions;

/// <summary>
/// Compares two versions of a process element by element, by id. Whatever stands in the files is compared: what the
/// comparison has no words for shows as its text, so no change is silent. Pure.
/// </summary>
public static class ProcessDiff
{
    /// <summary>What is not the same.</summary>
    /// <param name="before">The older file, BPMN 2.0 XML.</param>
    /// <param name="after">The newer file.</param>
    /// <returns>Changes in the order of the newer file, then what was removed; empty when nothing changed.</returns>
    /// <exception cref="System.Xml.XmlException">A file is no XML.</exception>
    public static IReadOnlyList<ElementChange> Compare(ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after)
    {
        var old = VersionFile.Read(before);
        var now = VersionFile.Read(after);
        return
        [
            .. now.Elements.Select(pair => old.Elements.TryGetValue(pair.Key, out var was) ? Compare(pair.Key, was, pair.Value, old, now) : New(ChangeKind.Added, pair.Value, now)).OfType<ElementChange>(),
            .. old.Elements.Where(pair => !now.Elements.ContainsKey(pair.Key)).Select(pair => New(ChangeKind.Removed, pair.Value, old)),
        ];
    }

    private static ElementChange? Compare(string id, XElement was, XElement element, VersionFile old, VersionFile now)
    {
        var parts = Parts(was, element).ToList();
        if (parts.Count > 0)
        {
            return New(ChangeKind.Changed, element, now) with { Parts = [.. parts.Select(part => Named(part, old, now))] };
        }

        return old.Places.GetValueOrDefault(id) is { } stood && now.Places.GetValueOrDefault(id) is { } stands && stood != stands ? New(ChangeKind.Moved, element, now) : null;
    }

    private static IEnumerable<PartChange> Parts(XElement was, XElement element)
    {
        if (was.Name.LocalName != element.Name.LocalName)
        {
            yield return new PartChange("kind", was.Name.LocalName, element.Name.LocalName);
        }

        var before = ElementParts.Of(was);
        var after = ElementParts.Of(element);
        foreach (var name in before.Keys.Union(after.Keys, StringComparer.Ordinal))
        {
            var (a, b) = (before.GetValueOrDefault(name), after.GetValueOrDefault(name));
            if (a != b)
            {
                yield return new PartChange(name, a, b);
            }
        }
    }

    /// <summary>Where a setting names another element, people read that element's name.</summary>
    private static PartChange Named(PartChange part, VersionFile old, VersionFile now) => part.Name is "sourceRef" or "targetRef" or "attachedToRef"
        ? part with { Before = TitleOf(part.Before, old), After = TitleOf(part.After, now) }
        : part.Name == "default"
            ? part with { Before = part.Before is { } a && old.Elements.TryGetValue(a, out var was) ? Title(was, old) : part.Before, After = part.After is { } b && now.Elements.TryGetValue(b, out var flow) ? Title(flow, now) : part.After }
            : part;

    private static ElementChange New(ChangeKind kind, XElement element, VersionFile file) => new()
    {
        ElementId = element.Attribute("id")!.Value,
        ElementKind = element.Name.LocalName,
        Title = Title(element, file),
        Kind = kind,
    };

    private static string Title(XElement element, VersionFile file) => element.Name.LocalName == "sequenceFlow"
        ? $"{TitleOf(element.Attribute("sourceRef")?.Value, file)}→{TitleOf(element.Attribute("targetRef")?.Value, file)}"
        : ElementParts.Name(element);

    private static string? TitleOf(string? id, VersionFile file) => id is null ? null
        : file.Elements.TryGetValue(id, out var element) && ElementParts.Name(element) is { Length: > 0 } name ? name : id;
}
