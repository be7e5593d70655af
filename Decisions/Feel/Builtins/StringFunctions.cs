using System.Text;

namespace Platform.Decisions.Feel;

/// <summary>Functions of texts that need no regular expression (DMN 1.5 table 75).</summary>
internal static class StringFunctions
{
    public static void Register(BuiltinCatalog catalog)
    {
        catalog.Add("substring(string: string, start position: number): string", Substring);
        catalog.Add("substring(string: string, start position: number, length: number): string", Substring);
        catalog.Add("string length(string: string): number", (in FeelCall _, FeelValue[] arguments) => FeelNumber.Of(CodePoints(Text(arguments[0]))));
        catalog.Add("upper case(string: string): string", (in FeelCall call, FeelValue[] arguments) => call.Sized(new FeelString(Text(arguments[0]).ToUpperInvariant())));
        catalog.Add("lower case(string: string): string", (in FeelCall call, FeelValue[] arguments) => call.Sized(new FeelString(Text(arguments[0]).ToLowerInvariant())));
        catalog.Add("substring before(string: string, match: string): string", Before);
        catalog.Add("substring after(string: string, match: string): string", After);
        catalog.Add("contains(string: string, match: string): boolean", Contains);
        catalog.Add("starts with(string: string, match: string): boolean", StartsWith);
        catalog.Add("ends with(string: string, match: string): boolean", EndsWith);
        catalog.Add("string join(list: list): string", Join);
        catalog.Add("string join(list: list, delimiter: string?): string", Join);
    }

    /// <summary>How many code points a text has: a pair of surrogates is one.</summary>
    private static int CodePoints(string text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            count -= char.IsSurrogatePair(text[i - 1], text[i]) ? 1 : 0;
        }
        return count;
    }

    private static string Text(FeelValue value) => ((FeelString)value).Value;

    private static FeelValue Substring(in FeelCall call, FeelValue[] arguments)
    {
        var text = Text(arguments[0]);
        var total = CodePoints(text);
        if (!((FeelNumber)arguments[1]).TryTruncate(out var start) || start == 0 || start > total || start < -total)
        {
            return call.Warn(FeelMessage.Value("substring", "起始位置超出范围", "the start position is out of range"));
        }
        var from = start < 0 ? total + start : start - 1;
        var length = total - from;
        if (arguments.Length == 3)
        {
            if (!((FeelNumber)arguments[2]).TryTruncate(out var wanted) || wanted < 1)
            {
                return call.Warn(FeelMessage.Value("substring", "长度应为正数", "the length must be positive"));
            }
            length = Math.Min(length, wanted);
        }
        var begin = UnitAt(text, 0, from);
        return call.Sized(new FeelString(text[begin..UnitAt(text, begin, length)]));
    }

    /// <summary>The UTF-16 position that lies some code points after another.</summary>
    private static int UnitAt(string text, int position, int codePoints)
    {
        for (; codePoints > 0; codePoints--)
        {
            position += position + 1 < text.Length && char.IsSurrogatePair(text[position], text[position + 1]) ? 2 : 1;
        }
        return position;
    }

    private static FeelValue Before(in FeelCall call, FeelValue[] arguments)
    {
        var at = Text(arguments[0]).IndexOf(Text(arguments[1]), StringComparison.Ordinal);
        return call.Sized(new FeelString(at < 0 ? "" : Text(arguments[0])[..at]));
    }

    private static FeelValue After(in FeelCall call, FeelValue[] arguments)
    {
        var match = Text(arguments[1]);
        var at = Text(arguments[0]).IndexOf(match, StringComparison.Ordinal);
        return call.Sized(new FeelString(at < 0 ? "" : Text(arguments[0])[(at + match.Length)..]));
    }

    private static FeelValue Contains(in FeelCall call, FeelValue[] arguments) =>
        FeelBoolean.Of(Text(arguments[0]).Contains(Text(arguments[1]), StringComparison.Ordinal));

    private static FeelValue StartsWith(in FeelCall call, FeelValue[] arguments) =>
        FeelBoolean.Of(Text(arguments[0]).StartsWith(Text(arguments[1]), StringComparison.Ordinal));

    private static FeelValue EndsWith(in FeelCall call, FeelValue[] arguments) =>
        FeelBoolean.Of(Text(arguments[0]).EndsWith(Text(arguments[1]), StringComparison.Ordinal));

    private static FeelValue Join(in FeelCall call, FeelValue[] arguments)
    {
        var delimiter = arguments.Length > 1 ? (arguments[1] as FeelString)?.Value : null;
        var text = new StringBuilder();
        var first = true;
        foreach (var item in ((FeelList)arguments[0]).Items)
        {
            if (item is FeelNull)
            {
                continue;
            }
            if (item is not FeelString part)
            {
                return call.Warn(FeelMessage.Argument("string join", "list", item));
            }
            text.Append(first ? "" : delimiter).Append(part.Value);
            first = false;
            if (text.Length > call.Session.CollectionSize)
            {
                return call.Warn(FeelMessage.Size());
            }
        }
        return call.Sized(new FeelString(text.ToString()));
    }
}
