using System.Text;
using Platform.Decisions.Dmn;
using Platform.Kernel.Xml;
using Platform.Runtime.Forms;

namespace Platform.Runtime.Definitions.Packages;

/// <summary>What people call a file of a package.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Title">Its title; its name where it has none.</param>
public sealed record PackagedTitle(PackagedKind Kind, string Title)
{
    private const int LongestTitle = 60;

    /// <summary>Reads the title of a file.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="content">Its bytes; may be unreadable.</param>
    public static PackagedTitle Of(string name, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(content);
        var kind = PackagedFile.KindOf(name);
        var title = kind switch
        {
            PackagedKind.Process => BpmnReader.Read(content.AsSpan()).Definitions?.Processes.Select(p => p.Name).FirstOrDefault(),
            PackagedKind.Decisions => DecisionsIn(content),
            PackagedKind.Form => FormSpec.Read(name, content).Match(form => form.Title, _ => ""),
            PackagedKind.Dictionary => FormDictionary.Read(name, content).Match(dictionary => dictionary.Title, _ => ""),
            PackagedKind.Letter => FirstLine(content),
            _ => null,
        };
        return new PackagedTitle(kind, Short(string.IsNullOrWhiteSpace(title) ? Stem(name, kind) : title));
    }

    private static string? DecisionsIn(byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        return DmnReader.Read(stream).Model is { } model ? string.Join('、', model.Decisions.Select(d => d.Name)) : null;
    }

    private static string FirstLine(byte[] content) => Encoding.UTF8.GetString(content).TrimStart('\uFEFF').Split('\n')[0].TrimStart('#').Trim();

    /// <summary>A scenario is called as its file is, without the number it is sorted by.</summary>
    private static string Stem(string name, PackagedKind kind) => kind == PackagedKind.Scenario
        ? name[(name.LastIndexOf('/') + 1)..^PackagedFile.Scenario.Length].TrimStart("0123456789-".ToCharArray()) is { Length: > 0 } stem ? stem : name
        : name;

    private static string Short(string title) => title.Length <= LongestTitle ? title : title[..LongestTitle] + "…";
}

/// <summary>What the files of a package hold.</summary>
public enum PackagedKind
{
    /// <summary>A process.</summary>
    Process,

    /// <summary>Decisions.</summary>
    Decisions,

    /// <summary>A form.</summary>
    Form,

    /// <summary>Choices that forms share.</summary>
    Dictionary,

    /// <summary>Text of a letter.</summary>
    Letter,

    /// <summary>A course that the process is tried with.</summary>
    Scenario,

    /// <summary>Anything else.</summary>
    Other,
}
