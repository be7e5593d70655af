using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Platform.Decisions.Feel;

/// <summary>
/// Turns regular expressions of XQuery 1.0 and XPath 2.0 §7.6.1 (XML Schema's with anchors, reluctant quantifiers and
/// back-references) into those of .NET, and refuses what they do not allow.
/// </summary>
internal sealed class RegexTranslator
{
    /// <summary>Longest pattern that is accepted, and deepest nesting of its groups.</summary>
    private const int LongestPattern = 10_000;
    private const int DeepestNesting = 100;

    private const string NameStart = @":A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD";
    private const string NamePart = NameStart + @"\-.0-9\u00B7\u0300-\u036F\u203F-\u2040";

    private readonly string _pattern;
    private readonly bool _multiline;
    private readonly bool _dotAll;
    private readonly StringBuilder _output = new();
    private int _position;
    private int _groups;
    private readonly HashSet<int> _closedGroups = [];
    private bool _valid = true;

    private RegexTranslator(string pattern, bool multiline, bool dotAll)
    {
        _pattern = pattern;
        _multiline = multiline;
        _dotAll = dotAll;
    }

    /// <summary>The .NET expression; null when pattern or flags are not valid.</summary>
    public static Regex? Translate(string pattern, string flags, TimeSpan limit)
    {
        if (pattern.Length > LongestPattern || flags.AsSpan().ContainsAnyExcept("smix"))
        {
            return null;
        }
        if (flags.Contains('x', StringComparison.Ordinal))
        {
            pattern = WithoutSpace(pattern);
        }
        var translator = new RegexTranslator(
            pattern, flags.Contains('m', StringComparison.Ordinal), flags.Contains('s', StringComparison.Ordinal));
        translator.Alternatives(0);
        if (!translator._valid || translator._position < pattern.Length)
        {
            return null;
        }
        var options = RegexOptions.CultureInvariant | (flags.Contains('i', StringComparison.Ordinal) ? RegexOptions.IgnoreCase : RegexOptions.None);
        return Build(translator._output.ToString(), options, limit);
    }

    /// <summary>Prefers the engine whose time grows with the text alone; look-around and back-references need the other.</summary>
    private static Regex? Build(string pattern, RegexOptions options, TimeSpan limit)
    {
        try
        {
            return new Regex(pattern, options | RegexOptions.NonBacktracking, limit);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, options, limit);
        }
        catch (ArgumentException)
        {
            // What the translator let through but .NET does not know, such as a block that Unicode added later.
            return null;
        }
    }

    /// <summary>Flag x: white space counts only inside character classes.</summary>
    private static string WithoutSpace(string pattern)
    {
        var text = new StringBuilder(pattern.Length);
        var depth = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (depth == 0 && c is (' ' or '\t' or '\n' or '\r'))
            {
                continue;
            }
            if (c == '\\' && i + 1 < pattern.Length && (depth > 0 || pattern[i + 1] is not (' ' or '\t' or '\n' or '\r')))
            {
                text.Append(c).Append(pattern[++i]);
                continue;
            }
            depth += c == '[' ? 1 : c == ']' && depth > 0 ? -1 : 0;
            text.Append(c);
        }
        return text.ToString();
    }

    private char Current => _position < _pattern.Length ? _pattern[_position] : '\0';

    private bool More => _valid && _position < _pattern.Length;

    private void Alternatives(int depth)
    {
        _valid &= depth < DeepestNesting;
        while (More && Current != ')')
        {
            if (Current == '|')
            {
                _output.Append('|');
                _position++;
                continue;
            }
            Piece(depth);
        }
    }

    private void Piece(int depth)
    {
        var start = _output.Length;
        Atom(depth);
        if (More && Current is ('?' or '*' or '+' or '{'))
        {
            Quantifier(start);
        }
    }

    private void Atom(int depth)
    {
        switch (Current)
        {
            case '(':
                Group(depth);
                break;
            case '[':
                _position++;
                _output.Append(CharacterClass(depth));
                break;
            case '\\':
                Escape();
                break;
            case '.':
                _position++;
                _output.Append(_dotAll ? @"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[\s\S])" : @"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\n\r])");
                break;
            case '^':
                _position++;
                // A line starts after a line feed, except after one that ends the text.
                _output.Append(_multiline ? @"(?:\A|(?<=\n)(?!\z))" : @"(?:\A)");
                break;
            case '$':
                _position++;
                _output.Append(_multiline ? @"(?:(?=\n|\z))" : @"(?:\z)");
                break;
            case '?' or '*' or '+' or '{' or '}' or ']':
                _valid = false;
                break;
            default:
                Literal();
                break;
        }
    }

    private void Literal()
    {
        if (char.IsHighSurrogate(Current) && _position + 1 < _pattern.Length && char.IsLowSurrogate(_pattern[_position + 1]))
        {
            _output.Append("(?:").Append(_pattern, _position, 2).Append(')');
            _position += 2;
            return;
        }
        _output.Append(Regex.Escape(Current.ToString()));
        _position++;
    }

    private void Group(int depth)
    {
        _position++;
        var captures = Current != '?';
        if (!captures)
        {
            _valid &= _position + 1 < _pattern.Length && _pattern[_position + 1] == ':';
            _position += 2;
        }
        _output.Append(captures ? "(" : "(?:");
        var number = captures ? ++_groups : 0;
        Alternatives(depth + 1);
        _valid &= Current == ')' && _position < _pattern.Length;
        _position++;
        _output.Append(')');
        _closedGroups.Add(number);
    }

    private void Quantifier(int atomStart)
    {
        if (Current == '{')
        {
            var end = _pattern.IndexOf('}', _position);
            var body = end < 0 ? "" : _pattern[(_position + 1)..end];
            var parts = body.Split(',');
            _valid &= parts.Length is 1 or 2 && IsCount(parts[0], out var least)
                && (parts.Length == 1 || parts[1].Length == 0 || (IsCount(parts[1], out var most) && most >= least));
            _output.Append('{').Append(body).Append('}');
            _position = end < 0 ? _pattern.Length : end + 1;
        }
        else
        {
            _output.Append(Current);
            _position++;
        }
        if (More && Current == '?')
        {
            _output.Append('?');
            _position++;
        }
        _valid &= atomStart < _output.Length && !(More && Current is ('?' or '*' or '+' or '{'));
    }

    private static bool IsCount(string text, out int count)
    {
        count = 0;
        return text.Length is > 0 and <= 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);
    }

    private void Escape()
    {
        _position++;
        if (char.IsAsciiDigit(Current))
        {
            BackReference();
            return;
        }
        var set = EscapedSet(out var negated, out var single);
        _output.Append(single ? set : negated ? $"[^{set}]" : $"[{set}]");
    }

    /// <summary>Refers to a group that is already closed; more digits count while there are that many groups.</summary>
    private void BackReference()
    {
        var number = Current - '0';
        _position++;
        while (char.IsAsciiDigit(Current) && (number * 10) + (Current - '0') <= _groups)
        {
            number = (number * 10) + (Current - '0');
            _position++;
        }
        _valid &= number > 0 && _closedGroups.Contains(number);
        _output.Append(CultureInfo.InvariantCulture, $"(?:\\{number})");
    }

    /// <summary>What an escape stands for: the inside of a class, or a single character ready to print.</summary>
    private string EscapedSet(out bool negated, out bool single)
    {
        var c = Current;
        _position++;
        negated = c is 'S' or 'D' or 'W' or 'I' or 'C' or 'P';
        single = false;
        switch (c)
        {
            case 's' or 'S':
                return @" \t\n\r";
            case 'd' or 'D':
                return @"\p{Nd}";
            case 'w' or 'W':
                negated = c == 'w';
                return @"\p{P}\p{Z}\p{C}";
            case 'i' or 'I':
                return NameStart;
            case 'c' or 'C':
                return NamePart;
            case 'p' or 'P':
                return Category();
            default:
                single = true;
                _valid &= c is 'n' or 'r' or 't' or '\\' or '|' or '.' or '-' or '^' or '?' or '*' or '+' or '{' or '}' or '(' or ')' or '[' or ']' or '$';
                return c is 'n' or 'r' or 't' ? "\\" + c : "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);
        }
    }

    private string Category()
    {
        var end = Current == '{' ? _pattern.IndexOf('}', _position) : -1;
        var name = end < 0 ? "" : _pattern[(_position + 1)..end];
        _valid &= name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
        _position = end < 0 ? _pattern.Length : end + 1;
        return $@"\p{{{name}}}";
    }

    /// <summary>The rest of <c>[…]</c>, with a subtraction if there is one.</summary>
    private string CharacterClass(int depth)
    {
        _valid &= depth < DeepestNesting;
        var negated = Current == '^';
        _position += negated ? 1 : 0;
        var set = new StringBuilder();
        var astral = new List<string>();
        var first = true;
        var subtraction = "";
        while (More && (Current != ']' || first))
        {
            if (Current == '-' && _position + 1 < _pattern.Length && _pattern[_position + 1] == '[')
            {
                _position += 2;
                subtraction = "-" + CharacterClass(depth + 1);
                break;
            }
            // A hyphen stands for itself only at either end of a class.
            _valid &= first || Current != '-' || (_position + 1 < _pattern.Length && _pattern[_position + 1] == ']');
            ClassMember(set, astral);
            first = false;
        }
        _valid &= !first && Current == ']' && _position < _pattern.Length;
        _position++;
        var plain = $"[{(negated ? "^" : "")}{set}{subtraction}]";
        if (astral.Count == 0)
        {
            return plain;
        }
        var pairs = string.Join('|', astral);
        return negated ? $"(?:(?!{pairs}){plain})" : set.Length == 0 ? $"(?:{pairs})" : $"(?:{plain}|{pairs})";
    }

    private void ClassMember(StringBuilder set, List<string> astral)
    {
        var low = ClassCharacter(set, out var lowIsCharacter);
        if (!lowIsCharacter)
        {
            return;
        }
        var isRange = Current == '-' && _position + 1 < _pattern.Length && _pattern[_position + 1] is not (']' or '[');
        if (low > char.MaxValue)
        {
            astral.Add(char.ConvertFromUtf32(low));
            _valid &= !isRange;
            return;
        }
        set.Append(CultureInfo.InvariantCulture, $"\\u{low:X4}");
        if (!isRange)
        {
            return;
        }
        _position++;
        var high = ClassCharacter(set, out var highIsCharacter);
        _valid &= highIsCharacter && high >= low && high <= char.MaxValue;
        set.Append(CultureInfo.InvariantCulture, $"-\\u{Math.Clamp(high, 0, char.MaxValue):X4}");
    }

    /// <summary>One character of a class, or a set that goes straight into <paramref name="set"/>.</summary>
    private int ClassCharacter(StringBuilder set, out bool isCharacter)
    {
        isCharacter = true;
        var c = Current;
        if (c == '[')
        {
            _valid = false;
        }
        if (c != '\\')
        {
            if (char.IsHighSurrogate(c) && _position + 1 < _pattern.Length && char.IsLowSurrogate(_pattern[_position + 1]))
            {
                _position += 2;
                return char.ConvertToUtf32(c, _pattern[_position - 1]);
            }
            _position++;
            return c;
        }
        _position++;
        var escaped = Current;
        var text = EscapedSet(out var negated, out var single);
        if (single)
        {
            return escaped switch { 'n' => '\n', 'r' => '\r', 't' => '\t', _ => escaped };
        }
        isCharacter = false;
        set.Append(negated ? Complement(escaped, text) : text);
        return 0;
    }

    /// <summary>The complement of a set, inside a class that may hold more.</summary>
    private string Complement(char escape, string set)
    {
        switch (escape)
        {
            case 'S':
                return @"\u0000-\u0008\u000B-\u000C\u000E-\u001F\u0021-\uFFFF";
            case 'D' or 'P':
                return set.Replace(@"\p", @"\P", StringComparison.Ordinal);
            case 'w':
                return @"\p{L}\p{M}\p{N}\p{S}";
            default:
                // Complements of name characters within a class: nobody has needed them, so they are refused.
                _valid = false;
                return "";
        }
    }
}
