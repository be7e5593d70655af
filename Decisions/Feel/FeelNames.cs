using System.Globalization;
using System.Text;

namespace Platform.Decisions.Feel;

/// <summary>What a name may consist of (DMN 1.5 §10.3.1.2 rules 27 to 30).</summary>
internal static class FeelNames
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "and", "or", "in", "between", "then", "else", "return", "satisfies", "instance", "if", "for", "some", "every",
        "true", "false", "null", "function", "external",
    };

    public static bool IsKeyword(string word) => Keywords.Contains(word);

    public static bool IsStart(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or '?' || (c >= 0x80 && !IsSpace(c) && !char.IsControl(c));

    public static bool IsPart(char c) => IsStart(c) || char.IsAsciiDigit(c);

    /// <summary>FEEL's white space (rule 61) and line ends.</summary>
    public static bool IsSpace(char c) =>
        c is ' ' or '\t' or '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u00A0' or '\u1680' or '\u180E' or '\u2028' or '\u2029'
            or '\u202F' or '\u205F' or '\u3000' or '\uFEFF' or (>= '\u2000' and <= '\u200B');

    /// <summary>Single spaces between words, none at the ends.</summary>
    public static string Normalize(ReadOnlySpan<char> name)
    {
        var text = new StringBuilder(name.Length);
        var pending = false;
        foreach (var c in name)
        {
            if (IsSpace(c))
            {
                pending = text.Length > 0;
                continue;
            }
            if (pending)
            {
                text.Append(' ');
                pending = false;
            }
            text.Append(c);
        }
        return text.ToString();
    }

    /// <summary>Whether a context's key can be written without quotation marks.</summary>
    public static bool IsPlain(string name)
    {
        if (name.Length == 0 || !IsStart(name[0]))
        {
            return false;
        }
        for (var i = 1; i < name.Length; i++)
        {
            if (!IsPart(name[i]) && !(name[i] == ' ' && i + 1 < name.Length && IsPart(name[i + 1]))
                && char.GetUnicodeCategory(name[i]) != UnicodeCategory.NonSpacingMark)
            {
                return false;
            }
        }
        return true;
    }
}
