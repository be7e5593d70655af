using Microsoft.Extensions.Localization;
using Platform.Designer.Texts;

namespace Platform.Designer.Versions;

/// <summary>Says in sentences what a comparison found.</summary>
/// <param name="texts">The texts of comparing versions.</param>
public sealed class DiffWords(IStringLocalizer<VersionTexts> texts)
{
    private const int Longest = 120;

    private readonly TableWords tables = new(texts);

    /// <summary>The sentences about one element, one for each thing that changed; none for an element that only moved.</summary>
    /// <param name="change">The change.</param>
    public IReadOnlyList<string> Of(ElementChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change.Kind switch
        {
            ChangeKind.Added => [Whole(change, "Diff.Added", "Diff.AddedPlain")],
            ChangeKind.Removed => [Whole(change, "Diff.Removed", "Diff.RemovedPlain")],
            ChangeKind.Changed when change.Parts.Count == 0 && change.Table is null && change.InnerTables.Count == 0 => [texts["Diff.Replaced", Subject(change)]],
            ChangeKind.Changed => [.. change.Parts.Concat(change.Table?.Policy is { } policy ? [policy] : []).Select(part => Part(change, part)), .. change.Table is { } table ? tables.Of(Subject(change), table) : [], .. change.InnerTables.SelectMany(inner => Inside(change, inner))],
            _ => [],
        };
    }

    /// <summary>Where in the boxes of a logic something stands, in words.</summary>
    /// <param name="path">The path.</param>
    public string Place(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return string.Join(LogicParts.Joint, path.Split(LogicParts.Joint).Select(step => step.StartsWith('@') ? texts["Box." + step[1..]].Value : step));
    }

    private IEnumerable<string> Inside(ElementChange change, InnerTable inner)
    {
        var subject = texts["Table.Inside", Subject(change), Place(inner.Path)];
        return [.. inner.Diff.Policy is { } policy ? [texts["Diff.Part.Changed", subject, PartName(policy.Name), Value(policy, policy.Before) ?? "", Value(policy, policy.After) ?? ""].Value] : Array.Empty<string>(), .. tables.Of(subject, inner.Diff)];
    }

    private string Whole(ElementChange change, string named, string plain)
    {
        if (change.ElementKind == "sequenceFlow")
        {
            return texts[plain, Flow(change.Title)];
        }

        return change.Title.Length == 0 ? texts[plain, Kind(change.ElementKind)] : texts[named, Kind(change.ElementKind), change.Title];
    }

    private string Part(ElementChange change, PartChange part)
    {
        if (part is { Name: "name", Before: { Length: > 0 } old, After: { Length: > 0 } now })
        {
            return texts["Diff.Renamed", Quoted(old), Quoted(now)];
        }

        if (part.Name == "around")
        {
            return texts["Diff.Around", Subject(change)];
        }

        var (name, subject) = (PartName(part.Name), Subject(change));
        return (Value(part, part.Before), Value(part, part.After)) switch
        {
            (null, { } added) => texts["Diff.Part.Added", subject, name, added.Trim()],
            ({ } removed, null) => texts["Diff.Part.Removed", subject, name, removed.Trim()],
            var (before, after) => texts["Diff.Part.Changed", subject, name, before ?? "", after ?? ""],
        };
    }

    private string Subject(ElementChange change) => change.ElementKind switch
    {
        "sequenceFlow" => Flow(change.Title),
        "form" or "dictionary" or "function" or "inputData" or "type" or "service" => Kind(change.ElementKind) + Quoted(change.Title),
        _ when change.Title.Length == 0 => Kind(change.ElementKind),
        _ => Quoted(change.Title),
    };

    private string Flow(string title)
    {
        var ends = title.Split('→', 2);
        return texts["Flow", ends[0], ends.Length > 1 ? ends[1] : ""];
    }

    private string Kind(string kind) => Text($"Kind.{kind}") ?? texts["Kind.other"];

    private string PartName(string name)
    {
        var parts = name.Split(':', 3);
        return (parts[0], parts.Length) switch
        {
            ("field", 2) => texts["Part.field"],
            ("field", 3) => texts["Part.field.Setting", parts[1], Text($"Setting.{parts[2]}") ?? parts[2]],
            ("deadline.promise" or "deadline.legal", > 1) => texts["Part.deadline.When", texts[$"Part.{parts[0]}"], string.Join(':', parts[1..])],
            ("outcome" or "input" or "output" or "warning" or "escalation", > 1) => texts[$"Part.{parts[0]}", string.Join(':', parts[1..])],
            ("logic", > 1) => Path(string.Join(':', parts[1..])),
            ("item", > 1) => texts["Part.item", string.Join(':', parts[1..])],
            ("legalBasis" or "lane", _) => texts[$"Part.{parts[0]}"],
            _ => Text($"Part.{name}") ?? texts["Part.other", name],
        };
    }

    /// <summary>Where in the boxes of a logic: names as they are, roles in words.</summary>
    private string Path(string path) => path.Length == 0
        ? texts["Part.logic"]
        : texts["Part.logic.In", Place(path)];

    private string? Value(PartChange part, string? value)
    {
        if (value is null)
        {
            return null;
        }

        if (part.Name.StartsWith("deadline.", StringComparison.Ordinal))
        {
            var words = value.Split(' ', 3);
            var amount = Text($"Unit.{words[1]}") is null ? value : texts[$"Unit.{words[1]}", words[0]].Value;
            return " " + (words.Length > 2 ? texts["Unit.From", amount, words[2]].Value : amount);
        }

        if (part.Name == "kind")
        {
            return Quoted(Kind(value));
        }

        var plain = value.EndsWith(ElementParts.OpinionMark, StringComparison.Ordinal) ? texts["Outcome.Opinion", value[..^1]] : Text($"Value.{value}") ?? value;
        return Quoted(plain.Length > Longest ? plain[..Longest] + "…" : plain);
    }

    // Keys that hold words of the file may contain braces, so they are looked up without arguments.
    private string? Text(string key) => texts[key] is { ResourceNotFound: false } found ? found.Value : null;

    private static string Quoted(string text) => $"“{text}”";
}
