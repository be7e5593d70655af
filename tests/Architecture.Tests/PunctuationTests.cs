using System.Text.RegularExpressions;

namespace Platform.Architecture.Tests;

/// <summary>What officials read is written with Chinese punctuation (CONVENTIONS.md, "When things go wrong").</summary>
public sealed class PunctuationTests
{
    private static readonly Regex Literal = new("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static readonly Regex HalfWidth = new(@"[\u3400-\u9fff“”][,;:()!?]|[,;:()!?][\u3400-\u9fff“”]");

    /// <summary>Texts that a machine reads, in which half-width signs are grammar.</summary>
    private static readonly string[] Grammar = ["办理: { … }", @"^(\d{1,4}) ?(个工作日|日|小时|分钟)$"];

    [Fact]
    public void Messages_use_full_width_punctuation()
    {
        var found =
            from file in SourceTree.Files(".cs")
            where file.StartsWith("Runtime/", StringComparison.Ordinal) || file.StartsWith("Governance/", StringComparison.Ordinal)
            from line in SourceTree.Read(file).Split('\n')
            where !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
            from text in Literal.Matches(line).Select(match => match.Value)
            where HalfWidth.IsMatch(text) && !Grammar.Any(grammar => text.Contains(grammar, StringComparison.Ordinal))
            select $"{file}: {text}";

        found.ShouldBeEmpty();
    }
}
