using System.Text;
using System.Text.RegularExpressions;

namespace Platform.Decisions.Feel;

/// <summary>Functions with regular expressions of XQuery 1.0 and XPath 2.0 (DMN 1.5 table 75).</summary>
internal static class RegexFunctions
{
    /// <summary>What translating a pattern costs in steps of an evaluation.</summary>
    private const int TranslationCost = 500;

    public static void Register(BuiltinCatalog catalog)
    {
        catalog.Add("matches(input: string, pattern: string): boolean", Matches);
        catalog.Add("matches(input: string, pattern: string, flags: string?): boolean", Matches);
        catalog.Add("replace(input: string, pattern: string, replacement: string): string", Replace);
        catalog.Add("replace(input: string, pattern: string, replacement: string, flags: string?): string", Replace);
        catalog.Add("split(string: string, delimiter: string): list", Split);
    }

    private static FeelValue Matches(in FeelCall call, FeelValue[] arguments)
    {
        if (Compile(call, arguments[1], arguments.Length > 2 ? arguments[2] : FeelNull.Instance) is not { } regex)
        {
            return Invalid(call, "matches");
        }
        try
        {
            return FeelBoolean.Of(regex.IsMatch(Text(arguments[0])));
        }
        catch (RegexMatchTimeoutException)
        {
            return TooSlow(call, "matches");
        }
    }

    private static FeelValue Replace(in FeelCall call, FeelValue[] arguments)
    {
        if (Compile(call, arguments[1], arguments.Length > 3 ? arguments[3] : FeelNull.Instance) is not { } regex)
        {
            return Invalid(call, "replace");
        }
        try
        {
            // XPath forbids patterns that match nothing: there would be no end of places to put the replacement.
            if (regex.IsMatch("") || Replacement(Text(arguments[2]), regex.GetGroupNumbers().Length - 1) is not { } replacement)
            {
                return Invalid(call, "replace");
            }
            return Replace(call, regex, Text(arguments[0]), replacement);
        }
        catch (RegexMatchTimeoutException)
        {
            return TooSlow(call, "replace");
        }
    }

    private static FeelValue Replace(in FeelCall call, Regex regex, string input, List<(string Text, int Group)> replacement)
    {
        var result = new StringBuilder();
        var end = 0;
        for (var match = regex.Match(input); match.Success; match = match.NextMatch())
        {
            result.Append(input, end, match.Index - end);
            foreach (var (text, group) in replacement)
            {
                result.Append(text);
                if (group >= 0)
                {
                    result.Append(match.Groups[group].Value);
                }
            }
            end = match.Index + match.Length;
            if (result.Length > call.Session.CollectionSize || !call.Session.Spend(1))
            {
                return call.Warn(FeelMessage.Size());
            }
        }
        return call.Sized(new FeelString(result.Append(input, end, input.Length - end).ToString()));
    }

    private static FeelValue Split(in FeelCall call, FeelValue[] arguments)
    {
        if (Compile(call, arguments[1], FeelNull.Instance) is not { } regex)
        {
            return Invalid(call, "split");
        }
        try
        {
            var input = Text(arguments[0]);
            if (regex.IsMatch(""))
            {
                return Invalid(call, "split");
            }
            var parts = new List<FeelValue>();
            var end = 0;
            for (var match = regex.Match(input); match.Success; match = match.NextMatch())
            {
                parts.Add(new FeelString(input[end..match.Index]));
                end = match.Index + match.Length;
            }
            parts.Add(new FeelString(input[end..]));
            return call.Sized(new FeelList(parts));
        }
        catch (RegexMatchTimeoutException)
        {
            return TooSlow(call, "split");
        }
    }

    /// <summary>Reads <c>$1</c>, <c>\$</c> and <c>\\</c>; null when the text has a lone sign of either kind.</summary>
    private static List<(string Text, int Group)>? Replacement(string text, int groups)
    {
        var parts = new List<(string, int)>();
        var literal = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\\' or '$'))
            {
                literal.Append(text[i]);
                continue;
            }
            if (i + 1 >= text.Length)
            {
                return null;
            }
            var next = text[++i];
            if (text[i - 1] == '\\')
            {
                if (next is not ('\\' or '$'))
                {
                    return null;
                }
                literal.Append(next);
                continue;
            }
            if (!char.IsAsciiDigit(next))
            {
                return null;
            }
            var group = next - '0';
            // More digits belong to the number as long as there are that many groups.
            while (i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && (group * 10) + (text[i + 1] - '0') <= groups)
            {
                group = (group * 10) + (text[++i] - '0');
            }
            parts.Add((literal.ToString(), group <= groups ? group : -1));
            literal.Clear();
        }
        parts.Add((literal.ToString(), -1));
        return parts;
    }

    /// <summary>
    /// The pattern for .NET. A literal pattern is one object for the life of its expression and keeps its translation, so
    /// that it is made once; a computed one is paid for each time.
    /// </summary>
    private static Regex? Compile(in FeelCall call, FeelValue pattern, FeelValue flags)
    {
        var text = (FeelString)pattern;
        var letters = (flags as FeelString)?.Value ?? "";
        var limit = call.Session.Options.Budget.Match;
        var known = text.Translation;
        if (known is null || known.Flags != letters || known.Limit != limit)
        {
            if (!call.Session.Spend(TranslationCost + text.Value.Length))
            {
                return null;
            }
            known = new RegexTranslation(letters, limit, RegexTranslator.Translate(text.Value, letters, limit));
            text.Translation = known;
        }
        return known.Regex;
    }

    private static FeelValue Invalid(in FeelCall call, string name) =>
        call.Warn(FeelMessage.Value(name, "正则表达式、标志或替换文本无效", "the pattern, the flags or the replacement are not valid"));

    /// <summary>A few such searches use up the whole budget, however many an expression would still try.</summary>
    private static FeelNull TooSlow(in FeelCall call, string name)
    {
        call.Warn(FeelMessage.Value(name, "匹配耗时过长", "matching took too long"));
        call.Session.Spend(call.Session.Options.Budget.Steps / 4);
        return FeelNull.Instance;
    }

    private static string Text(FeelValue value) => ((FeelString)value).Value;
}
