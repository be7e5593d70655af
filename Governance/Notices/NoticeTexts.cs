using System.Globalization;
using System.Text.RegularExpressions;

namespace Platform.Governance.Notices;

/// <summary>Texts of notices with places to fill in, such as {称呼}; whatever is not known stays marked for the official.</summary>
public static partial class NoticeTexts
{
    private const string Open = "【请填写：";

    /// <summary>Fills in a template.</summary>
    /// <param name="template">Text with a heading (<c># 受理告知书</c>) and places in braces.</param>
    /// <param name="values">What is known, by place.</param>
    /// <returns>Plain text: the heading in the first line, then the rest; unknown places as 【请填写：…】.</returns>
    public static string Fill(string template, IReadOnlyDictionary<string, string?> values)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(values);
        var filled = Place().Replace(template, match => values.GetValueOrDefault(match.Groups[1].Value) is { Length: > 0 } value ? value : $"{Open}{match.Groups[1].Value}】");
        return filled.TrimStart('#', ' ').ReplaceLineEndings("\n").Trim();
    }

    /// <summary>The heading of a template (<c># 受理告知书</c>); null when its first line is none.</summary>
    /// <param name="template">The template.</param>
    public static string? Heading(string template)
    {
        ArgumentNullException.ThrowIfNull(template);
        var first = template.TrimStart('\uFEFF').Split('\n', 2)[0];
        return first.StartsWith('#') && first.Trim('#', ' ', '\r') is { Length: > 0 } heading ? heading : null;
    }

    /// <summary>Whether nothing is left to fill in.</summary>
    /// <param name="text">A text of a notice, or null.</param>
    public static bool IsComplete(string? text) => text is null || !text.Contains(Open, StringComparison.Ordinal);

    /// <summary>A date as notices write it.</summary>
    /// <param name="instant">The instant; null gives null.</param>
    public static string? Date(DateTimeOffset? instant) => instant?.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{([^{}\r\n]{1,60})\}")]
    private static partial Regex Place();
}
