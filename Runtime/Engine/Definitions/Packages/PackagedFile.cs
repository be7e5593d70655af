using System.Text;
using System.Text.Json;
using Platform.Decisions.Dmn;
using Platform.Kernel;
using Platform.Kernel.Xml;
using Platform.Runtime.Forms;

namespace Platform.Runtime.Definitions.Packages;

/// <summary>What may stand in a package, and under which name.</summary>
public static class PackagedFile
{
    /// <summary>How the names of scenarios end.</summary>
    public const string Scenario = ".scenario.yaml";

    /// <summary>Folder of the texts of letters, which are Markdown.</summary>
    public const string Letters = "texts/";

    internal const string Bpmn = ".bpmn";
    internal const string Dmn = ".dmn";
    private const string Form = ".form.json";
    private const int LongestName = 200;
    private const string NeverInNames = "\\:*?\"<>|";

    private static readonly string[] Texts = [".md", ".txt", ".yaml", ".yml", ".csv"];
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Why a name cannot stand in a package (<c>package.file-name</c>); null when it can. Names have folders with slashes and never lead out of the package.</summary>
    /// <param name="name">Name of a file.</param>
    public static Problem? NameProblem(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is 0 or > LongestName || name.Any(c => char.IsControl(c) || NeverInNames.Contains(c, StringComparison.Ordinal))
            || name.Split('/').Any(part => part is "" or "." or ".." || part != part.Trim() || part.EndsWith('.'))
            ? new Problem("package.file-name", $"流程包里的文件名“{Shown(name)}”不能使用，整个包没有导入。")
            : null;
    }

    /// <summary>
    /// Why a file is not what its name says: <c>package.file-kind</c>, <c>package.process-unreadable</c>, <c>package.decision-unreadable</c>,
    /// <c>package.text-unreadable</c>, or what a form or dictionary is refused for; null when it is.
    /// </summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="content">Its bytes.</param>
    public static Problem? ContentProblem(string name, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(content);
        return name switch
        {
            _ when Ends(name, Bpmn) => ProcessProblem(name, content),
            _ when Ends(name, Dmn) => DecisionProblem(name, content),
            _ when Ends(name, Form) => FormSpec.Read(name, content).Problem,
            _ when Ends(name, FormDictionary.FileEnding) => FormDictionary.Read(name, content).Problem,
            _ when Ends(name, ".json") => JsonProblem(name, content),
            _ when Texts.Any(ending => Ends(name, ending)) => TextProblem(name, content),
            _ => new Problem("package.file-kind", $"流程包里的“{Shown(name)}”不是流程、决策、表单、字典、文书或剧本，整个包没有导入。"),
        };
    }

    /// <summary>What a file holds, by its name.</summary>
    /// <param name="name">Name of the file.</param>
    internal static PackagedKind KindOf(string name) => name switch
    {
        _ when Ends(name, Bpmn) => PackagedKind.Process,
        _ when Ends(name, Dmn) => PackagedKind.Decisions,
        _ when Ends(name, Form) => PackagedKind.Form,
        _ when Ends(name, FormDictionary.FileEnding) => PackagedKind.Dictionary,
        _ when Ends(name, Scenario) => PackagedKind.Scenario,
        _ when name.StartsWith(Letters, StringComparison.Ordinal) => PackagedKind.Letter,
        _ => PackagedKind.Other,
    };

    private static Problem? ProcessProblem(string name, byte[] content)
    {
        var read = BpmnReader.Read(content.AsSpan());
        return read.Definitions is { } model && model.Processes.Any(p => p.Id is not null)
            ? null
            : new Problem("package.process-unreadable", $"“{Shown(name)}”不是可以读取的流程文件。{read.Issues.Select(i => i.Message).FirstOrDefault() ?? "文件里没有流程。"}");
    }

    private static Problem? DecisionProblem(string name, byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        var read = DmnReader.Read(stream);
        return read.Model is null
            ? new Problem("package.decision-unreadable", $"“{Shown(name)}”不是可以读取的决策文件。{read.Issues.Select(i => i.Chinese).FirstOrDefault()}")
            : null;
    }

    private static Problem? JsonProblem(string name, byte[] content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            return null;
        }
        catch (JsonException)
        {
            return Unreadable(name);
        }
    }

    private static Problem? TextProblem(string name, byte[] content)
    {
        try
        {
            return Strict.GetString(content).Contains('\0', StringComparison.Ordinal) ? Unreadable(name) : null;
        }
        catch (DecoderFallbackException)
        {
            return Unreadable(name);
        }
    }

    private static Problem Unreadable(string name) => new("package.text-unreadable", $"“{Shown(name)}”不是可以读取的文本（应为 UTF-8 编码）。");

    private static bool Ends(string name, string ending) => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>Names of strangers are shown shortened and without what could not be seen.</summary>
    private static string Shown(string name) => string.Concat(name.Where(c => !char.IsControl(c)).Take(60));
}
