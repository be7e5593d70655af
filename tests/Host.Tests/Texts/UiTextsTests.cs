using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Platform.Host.Tests.Texts;

public sealed partial class UiTextsTests
{
    private static readonly string HostFolder = Path.GetFullPath(Path.Combine(ThisFolder(), "..", "..", "..", "Host"));

    [Fact]
    public void Every_text_that_pages_use_exists()
    {
        var known = Keys();

        var missing = Sources().SelectMany(file => Used(file).Select(key => (file, key))).Where(use => !known.Contains(use.key)).ToList();

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_text_stands_once()
    {
        var twice = XDocument.Load(Path.Combine(HostFolder, "Texts", "Ui.resx")).Root!.Elements("data").CountBy(data => data.Attribute("name")!.Value).Where(count => count.Value > 1);

        twice.ShouldBeEmpty();
    }

    [Fact]
    public void Every_text_is_used_by_a_page()
    {
        var all = string.Concat(Sources().Select(File.ReadAllText));
        var composed = ComposedKey().Matches(all).Select(match => match.Groups[1].Value).ToList();

        var unused = Keys().Where(key => !all.Contains($"\"{key}\"", StringComparison.Ordinal) && !composed.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal)));

        unused.ShouldBeEmpty();
    }

    [Fact]
    public void Pages_hold_no_chinese_text_of_their_own()
    {
        var offenders = Sources()
            .Where(file => file.EndsWith(".razor", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (file: Path.GetRelativePath(HostFolder, file), line: index + 1, text: line)))
            .Where(line => !line.text.TrimStart().StartsWith("//", StringComparison.Ordinal) && !line.text.TrimStart().StartsWith("@*", StringComparison.Ordinal))
            .Where(line => Han().IsMatch(line.text));

        offenders.ShouldBeEmpty();
    }

    private static HashSet<string> Keys() =>
        [.. XDocument.Load(Path.Combine(HostFolder, "Texts", "Ui.resx")).Root!.Elements("data").Select(data => data.Attribute("name")!.Value)];

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(HostFolder, "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal));

    private static IEnumerable<string> Used(string file) =>
        UsedKey().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value).Where(key => !key.EndsWith('.'));

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex("""(?:\bL|\btexts)\["([^"\]]+)"[,\]]""")]
    private static partial Regex UsedKey();

    [GeneratedRegex("""[\[(]"([A-Z]\w*\.(?:\w+\.)?|[A-Z]\w*\.Line)"(?: \+|, )""")]
    private static partial Regex ComposedKey();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
