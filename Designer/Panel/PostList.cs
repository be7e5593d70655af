using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Platform.Designer.Panel;

/// <summary>A list of posts that stands in the process itself, as FEEL: <c>["办公室主任", "财务科长"]</c>.</summary>
internal static partial class PostList
{
    /// <summary>Name under which one of the posts is known while the step is done for it.</summary>
    internal const string Item = "eachPost";

    /// <summary>Reads the posts; null when it is any other expression.</summary>
    /// <param name="feel">The expression; null for none.</param>
    internal static ImmutableArray<string>? Read(string? feel) => feel is not null && Whole().IsMatch(feel)
        ? [.. Text().Matches(feel).Select(match => match.Groups[1].Value)]
        : null;

    /// <summary>Writes the posts. Quotation marks, which no post has, are left out.</summary>
    /// <param name="posts">The posts.</param>
    internal static string Write(IEnumerable<string> posts) => $"[{string.Join(", ", posts.Select(p => $"\"{p.Replace("\"", "", StringComparison.Ordinal)}\""))}]";

    [GeneratedRegex("""^\s*\[\s*("[^"\\]*"\s*(,\s*"[^"\\]*"\s*)*)?\]\s*$""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Whole();

    [GeneratedRegex("\"([^\"]*)\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Text();
}
