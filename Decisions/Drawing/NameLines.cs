using System.Collections.Immutable;
using System.Globalization;

namespace Platform.Decisions.Drawing;

/// <summary>Breaks names into lines: between Chinese characters, but never before a closing sign, and otherwise between words.</summary>
public static class NameLines
{
    /// <summary>Height of a letter, in pixels; a Chinese character is as wide as it is high.</summary>
    public const double Letter = 14;

    private const string NeverFirst = "，。、；：！？）》】”’,.;:!?)";

    /// <summary>The lines of a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="width">Room of a line, in pixels; a single word may be wider.</param>
    /// <param name="most">Most lines; the last one ends in … when there is more.</param>
    /// <returns>At least one line, empty for an empty name.</returns>
    public static ImmutableArray<string> Of(string name, double width, int most)
    {
        ArgumentNullException.ThrowIfNull(name);
        List<string> lines = [""];
        foreach (var part in Parts(name))
        {
            if (Measure(lines[^1] + part.TrimEnd()) <= width || lines[^1].Length == 0 || NeverFirst.Contains(part[0], StringComparison.Ordinal))
            {
                lines[^1] += part;
            }
            else
            {
                lines.Add(part.TrimStart());
            }
        }

        return lines.Count <= most
            ? [.. lines.Select(line => line.TrimEnd())]
            : [.. lines.Take(most - 1).Select(line => line.TrimEnd()), lines[most - 1].TrimEnd()[..^1] + "…"];
    }

    private static double Measure(string text) => text.Sum(c => IsWide(c) ? Letter : Letter * 0.56);

    /// <summary>Words with the space behind them; Chinese characters one by one.</summary>
    private static IEnumerable<string> Parts(string name)
    {
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i == name.Length || IsWide(name[i]) || IsWide(name[i - 1]) || char.GetUnicodeCategory(name[i - 1]) == UnicodeCategory.SpaceSeparator)
            {
                yield return name[start..i];
                start = i;
            }
        }
    }

    private static bool IsWide(char c) => c >= '\u2E80' && !char.IsLowSurrogate(c);
}
