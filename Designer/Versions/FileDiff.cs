namespace Platform.Designer.Versions;

/// <summary>Compares the files beside a process: forms field by field, decisions cell by cell, dictionaries choice by choice, everything else as a whole. Pure.</summary>
public static class FileDiff
{
    private const string FormEnding = ".form.json";
    private const string DictionaryEnding = ".dict.json";

    /// <summary>What is not the same.</summary>
    /// <param name="before">Older files by name.</param>
    /// <param name="after">Newer files by name.</param>
    /// <returns>
    /// Changes; kind is <c>form</c>, <c>dictionary</c>, <c>file</c>, or a part of a decision file as <see cref="DecisionDiff"/> names it. The parts of a
    /// changed form are <c>title</c>, <c>field:KEY</c> for a field that came or went, and <c>field:KEY:SETTING</c>.
    /// </returns>
    public static IReadOnlyList<ElementChange> Compare(IReadOnlyDictionary<string, byte[]> before, IReadOnlyDictionary<string, byte[]> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return [.. before.Keys.Union(after.Keys, StringComparer.Ordinal).Where(name => !name.EndsWith(".bpmn", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal).SelectMany(name => Compare(name, before.GetValueOrDefault(name), after.GetValueOrDefault(name)))];
    }

    private static IReadOnlyList<ElementChange> Compare(string name, byte[]? was, byte[]? now)
    {
        var change = new ElementChange { ElementId = name, ElementKind = KindOf(name), Title = TitleOf(name, now ?? was!), Kind = was is null ? ChangeKind.Added : now is null ? ChangeKind.Removed : ChangeKind.Changed };
        if (was is null || now is null)
        {
            return [change];
        }

        if (was.AsSpan().SequenceEqual(now))
        {
            return [];
        }

        if (name.EndsWith(".dmn", StringComparison.OrdinalIgnoreCase))
        {
            return DecisionDiff.Compare(name, was, now) ?? [change];
        }

        var parts = change.ElementKind switch { "form" => FormDiff.Compare(was, now), "dictionary" => DictionaryDiff.Compare(was, now), _ => null };
        return parts is null ? [change] : parts.Count == 0 ? [] : [change with { Parts = parts }];
    }

    private static string KindOf(string name) =>
        name.EndsWith(FormEnding, StringComparison.Ordinal) ? "form" : name.EndsWith(DictionaryEnding, StringComparison.Ordinal) ? "dictionary" : "file";

    private static string TitleOf(string name, byte[] content) => KindOf(name) switch
    {
        "form" => FormDiff.Title(content) ?? name,
        "dictionary" => DictionaryDiff.Title(content) ?? name[(name.LastIndexOf('/') + 1)..^DictionaryEnding.Length],
        _ => name,
    };
}
