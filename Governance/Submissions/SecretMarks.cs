using System.Text.RegularExpressions;

namespace Platform.Governance.Submissions;

/// <summary>Marks of state secrets, which this platform must not take in, keep or pass on (保守国家秘密法).</summary>
public static partial class SecretMarks
{
    /// <summary>Whether a text bears such a mark: 绝密, 机密 or 秘密 with a star, or with a period after it.</summary>
    /// <param name="text">Any text or null.</param>
    public static bool Found(string? text) => text is not null && Mark().IsMatch(text);

    [GeneratedRegex(@"(绝\s?密|机\s?密|秘\s?密)\s*[★☆*＊]")]
    private static partial Regex Mark();
}
