using System.Globalization;
using System.Text.RegularExpressions;

namespace Platform.Runtime.Notifications;

/// <summary>The places in the text of a notice that are filled in when it is sent.</summary>
public sealed partial record NoticePlaces
{
    private static readonly TimeSpan Local = TimeSpan.FromHours(8);

    /// <summary>Names of all places, as they stand between braces.</summary>
    public static IReadOnlyList<string> All { get; } = ["编号", "标题", "步骤", "办理人", "到期时间", "办理结果"];

    /// <summary>Number of the matter; null when it has none yet.</summary>
    public string? Number { get; init; }

    /// <summary>What the matter is called where lists may show it.</summary>
    public required string Title { get; init; }

    /// <summary>Name of the step.</summary>
    public required string Step { get; init; }

    /// <summary>Names of those who act; empty when nobody does yet.</summary>
    public string People { get; init; } = "";

    /// <summary>When the step is due; null without a deadline.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>How the step ended, in words; null before.</summary>
    public string? Outcome { get; init; }

    /// <summary>The text with its places filled; what is not known is said in words that read on.</summary>
    /// <param name="text">Text with places in braces.</param>
    public string Fill(string text) => Place().Replace(text, match => match.Groups[1].Value switch
    {
        "编号" => Number ?? "该件",
        "标题" => Title,
        "步骤" => Step,
        "办理人" => People.Length > 0 ? People : "办理人",
        "到期时间" => Due?.ToOffset(Local).ToString("M月d日 HH:mm", CultureInfo.InvariantCulture) ?? "（没有时限）",
        "办理结果" => Outcome ?? "办结",
        _ => match.Value,
    });

    /// <summary>The places of a text that nobody fills.</summary>
    /// <param name="text">Text with places in braces.</param>
    internal static IEnumerable<string> UnknownIn(string text) =>
        Place().Matches(text).Select(match => match.Groups[1].Value).Where(name => !All.Contains(name)).Distinct();

    [GeneratedRegex(@"\{([^{}]*)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
