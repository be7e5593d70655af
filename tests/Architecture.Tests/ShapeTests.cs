using System.Text.RegularExpressions;

namespace Platform.Architecture.Tests;

/// <summary>Sizes and names that keep the house readable (CONVENTIONS.md, "Shape").</summary>
public sealed class ShapeTests
{
    private static readonly string[] AllowedInRoot =
    [
        ".editorconfig", ".gitattributes", ".gitignore", "BannedSymbols.txt", "CHANGELOG.md", "CONVENTIONS.md", "Directory.Build.props",
        "Directory.Packages.props", "LICENSE", "Platform.sln", "README.md", "README.zh-CN.md", "THIRD-PARTY.md", "global.json", "test.sh",
    ];

    [Fact]
    public void Root_holds_nothing_unexpected()
    {
        string[] unexpected = [.. Directory.EnumerateFiles(SourceTree.Root).Select(Path.GetFileName).OfType<string>().Except(AllowedInRoot).Where(f => f != ".git")];

        unexpected.ShouldBeEmpty();
    }

    [Fact]
    public void Files_stay_short()
    {
        IEnumerable<string> tooLong = SourceTree.Files(".cs", ".razor", ".js", ".mjs")
            .Where(f => !SourceTree.IsGenerated(f))
            .Select(f => (File: f, Lines: LineCount(f), Cap: IsTest(f) ? 600 : 400))
            .Where(x => x.Lines > x.Cap)
            .Select(x => $"{x.File}: {x.Lines} lines, cap {x.Cap}");

        tooLong.ShouldBeEmpty();
    }

    [Fact]
    public void Folders_and_files_have_meaningful_names()
    {
        var vague = new Regex(@"(^|/)(Common|Helpers?|Utils?|Utilities|Misc|Shared)(/|\.cs$)|Manager\.cs$");

        SourceTree.Files(".cs").Where(f => vague.IsMatch(f)).ShouldBeEmpty();
    }

    [Fact]
    public void Folders_hold_at_most_twenty_files()
    {
        IEnumerable<string> crowded = SourceTree.Files(".cs", ".razor")
            .Where(f => !SourceTree.IsGenerated(f) && !f.StartsWith("tests/", StringComparison.Ordinal))
            .Where(f => !f.EndsWith(".razor.cs", StringComparison.Ordinal))
            .GroupBy(f => f[..Math.Max(0, f.LastIndexOf('/'))])
            .Where(g => g.Count() > 20 && !CountsOneFilePerConcept(g.Key))
            .Select(g => $"{g.Key}: {g.Count()} files");

        crowded.ShouldBeEmpty();
    }

    [Fact]
    public void Behavior_has_one_spelling()
    {
        SourceTree.Files(".cs", ".razor", ".js").Where(f => !SourceTree.IsGenerated(f) && !f.StartsWith("tests/Architecture.Tests/", StringComparison.Ordinal))
            .Where(f => SourceTree.Read(f).Contains("Behaviour", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void No_class_is_partial_except_for_generators()
    {
        var partial = new Regex(@"^\s*(public |internal |private |protected )?(static |sealed |abstract )*partial (class|record|struct)", RegexOptions.Multiline);
        string[] generators = ["[JsonSerializable", "[LoggerMessage", "[GeneratedRegex", "[JsonSourceGenerationOptions"];

        IEnumerable<string> offenders = SourceTree.Files(".cs")
            .Where(f => !SourceTree.IsGenerated(f) && !f.EndsWith(".razor.cs", StringComparison.Ordinal))
            .Where(f => !f.StartsWith("tests/Architecture.Tests/", StringComparison.Ordinal))
            .Where(f => partial.IsMatch(SourceTree.Read(f)))
            .Where(f => !generators.Any(g => SourceTree.Read(f).Contains(g, StringComparison.Ordinal)));

        offenders.ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        string solution = SourceTree.Read("Platform.sln").Replace('\\', '/');

        SourceTree.Files(".csproj").Where(p => !solution.Contains(p, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static bool IsTest(string file) =>
        file.StartsWith("tests/", StringComparison.Ordinal) || file.EndsWith(".Tests.cs", StringComparison.Ordinal);

    /// <summary>Rows (one per table), behaviors (one per element) and checks grow with the standard, not with carelessness.</summary>
    private static bool CountsOneFilePerConcept(string folder) =>
        folder.EndsWith("/Rows", StringComparison.Ordinal) || folder.EndsWith("/Behaviors", StringComparison.Ordinal);

    private static int LineCount(string file) => SourceTree.Read(file).AsSpan().Count('\n');
}
