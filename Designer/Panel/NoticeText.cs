using System.Text.RegularExpressions;
using Platform.Designer.Conditions;

namespace Platform.Designer.Panel;

/// <summary>Texts of notices with places in braces.</summary>
internal static partial class NoticeText
{
    /// <summary>The text with its places filled; a place of another name stays as it is.</summary>
    /// <param name="text">Text with places in braces.</param>
    /// <param name="places">Name and what stands there; of one name the first counts.</param>
    internal static string Fill(string text, IReadOnlyList<ConditionChoice> places) =>
        Place().Replace(text, match => places.FirstOrDefault(p => p.Value == match.Groups[1].Value)?.Text ?? match.Value);

    /// <summary>Names in braces that are no places.</summary>
    /// <param name="text">Text with places in braces.</param>
    /// <param name="places">The places there are; none means that they are not known, so nothing can be said.</param>
    internal static IReadOnlyList<string> UnknownIn(string text, IReadOnlyList<ConditionChoice> places) =>
        places.Count == 0 ? [] : [.. Place().Matches(text).Select(match => match.Groups[1].Value).Where(name => places.All(p => p.Value != name)).Distinct()];

    [GeneratedRegex(@"\{([^{}]*)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
