using System.Text.RegularExpressions;

namespace Platform.Architecture.Tests;

/// <summary>What officials read is written with Chinese punctuation (CONVENTIONS.md, "When things go wrong").</summary>
public sealed class PunctuationTests
{
    private static readonly Regex Literal = new("@?\"(?:[^\"\\\\]|\\\\.)*\"");
    private static readonly Regex HalfWidth = new(@"[\u3400-\u9fff“”][,;:()!?]|[,;:()!?][\u3400-\u9fff“”]");

    /// <summary>Half-width signs are the grammar of the example that this message gives.</summary>
    private const string Example = "办理: { … }";

    [Fact]
    public void Messages_use_full_width_punctuation()
    {
        var found =
            from file in SourceTree.Files(".cs")
            where file.StartsWith("Runtime/", StringComparison.Ordinal) || file.StartsWith("Governance/", StringComparison.Ordinal)
            from line in SourceTree.Read(file).Split('\n')
            where !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
            from text in Literal.Matches(line).Select(match => match.Value)
            where !text.StartsWith('@') && HalfWidth.IsMatch(text.Replace(Example, "", StringComparison.Ordinal))
            select $"{file}: {text}";

        found.ShouldBeEmpty();
    }
}
