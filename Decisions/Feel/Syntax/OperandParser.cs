using System.Globalization;
using System.Text;

namespace Platform.Decisions.Feel;

/// <summary>Literals, names, brackets, and what may follow a value: paths, filters and calls.</summary>
internal sealed class OperandParser(ParserState state)
{
    private readonly Cursor _cursor = state.Cursor;

    /// <summary>Whether a bracket after the value may close a range instead of opening a filter.</summary>
    private bool _endsRange;

    public Node Parse()
    {
        var endsRange = _endsRange;
        _endsRange = false;
        var node = ParsePrimary();
        while (!_cursor.Failed)
        {
            var next = _cursor.Next;
            if (next == '.' && _cursor.Peek(1) != '.')
            {
                node = ParsePath(node);
            }
            else if (next == '(')
            {
                node = ParseCall(node);
            }
            else if (next == '[' && !(endsRange && ClosesRange()))
            {
                node = ParseFilter(node);
            }
            else
            {
                break;
            }
        }
        return node;
    }

    /// <summary>Reads <c>b]</c> of a range whose beginning was read.</summary>
    public Node ParseRangeEnd(int start, bool fromIncluded, Node from)
    {
        _endsRange = true;
        var to = state.Expressions.ParseSum();
        _endsRange = false;
        var closing = _cursor.Next;
        if (closing is not (']' or ')' or '['))
        {
            _cursor.FailHere(FeelMessage.Expected("]"));
            return state.Nothing();
        }
        _cursor.TryTake(closing);
        var toIncluded = closing == ']';
        var length = _cursor.Position - start;
        if (from.Constant is { } low && to.Constant is { } high
            && (low.IsNull || high.IsNull || FeelComparison.Compare(low, high) is not null))
        {
            return new ConstantNode(start, length, new FeelRange(low, fromIncluded, high, toIncluded));
        }
        return new RangeNode(start, length, new(from, fromIncluded), new(to, toIncluded));
    }

    /// <summary>Reads a text between quotation marks and undoes its escapes; unknown ones stay as they are.</summary>
    public string ParseText()
    {
        _cursor.SkipSpace();
        var source = _cursor.Text;
        var start = _cursor.Position;
        var text = new StringBuilder();
        var position = start + 1;
        while (position < source.Length && source[position] != '"')
        {
            if (source[position] == '\\' && position + 1 < source.Length)
            {
                position += Unescape(source, position, text);
            }
            else
            {
                text.Append(source[position++]);
            }
        }
        if (position >= source.Length)
        {
            _cursor.Fail(start, 1, FeelMessage.Syntax("文本缺少结束引号。", "The text lacks its closing quotation mark."));
            return "";
        }
        _cursor.MoveTo(position + 1);
        return text.ToString();
    }

    private Node ParsePrimary()
    {
        var next = _cursor.Next;
        var start = _cursor.Position;
        switch (next)
        {
            case '"':
                var text = ParseText();
                return new ConstantNode(start, _cursor.Position - start, new FeelString(text));
            case '@' when _cursor.Peek(1) == '"':
                return ParseTemporal(start);
            case '[' or ']':
                return state.Boxes.ParseListOrRange();
            case '{':
                return state.Boxes.ParseContext();
            case '(':
                return state.Boxes.ParseParenthesis();
            case '.' when char.IsAsciiDigit(_cursor.Peek(1)):
                return ParseNumber(start);
            default:
                return char.IsAsciiDigit(next) ? ParseNumber(start) : ParseWord(start);
        }
    }

    private Node ParseWord(int start)
    {
        if (state.Names.ReadValue() is { } name)
        {
            return name;
        }
        if (_cursor.TryTakeWord("true"))
        {
            return new ConstantNode(start, 4, FeelBoolean.True);
        }
        if (_cursor.TryTakeWord("false"))
        {
            return new ConstantNode(start, 5, FeelBoolean.False);
        }
        if (_cursor.TryTakeWord("null"))
        {
            return new ConstantNode(start, 4, FeelNull.Instance);
        }
        if (state.Boxes.ParseControl() is { } control)
        {
            return control;
        }
        _cursor.FailHere(FeelMessage.Syntax("此处应为一个值。", "A value is expected here."));
        return state.Nothing();
    }

    private Node ParseTemporal(int start)
    {
        _cursor.MoveTo(start + 1);
        var text = ParseText();
        var length = _cursor.Position - start;
        return TemporalReader.Read(text) is { } value
            ? new ConstantNode(start, length, value)
            : new InvalidNode(start, length, FeelMessage.Literal(text));
    }

    private Node ParseNumber(int start)
    {
        var source = _cursor.Text;
        var end = SkipDigits(source, start);
        if (end + 1 < source.Length && source[end] == '.' && char.IsAsciiDigit(source[end + 1]))
        {
            end = SkipDigits(source, end + 1);
        }
        if (end < source.Length && source[end] is 'e' or 'E')
        {
            var digits = end + 1 < source.Length && source[end + 1] is '+' or '-' ? end + 2 : end + 1;
            if (digits < source.Length && char.IsAsciiDigit(source[digits]))
            {
                end = SkipDigits(source, digits);
            }
        }
        _cursor.MoveTo(end);
        if (!FeelNumber.TryParse(source[start..end].Replace("e+", "e", StringComparison.OrdinalIgnoreCase), out var number))
        {
            _cursor.Fail(start, end - start, FeelMessage.Syntax("数字超出范围。", "The number is out of range."));
            return state.Nothing();
        }
        return new ConstantNode(start, end - start, number);
    }

    private Node ParsePath(Node source)
    {
        _cursor.Take('.');
        if (state.Names.ReadMember() is { } name)
        {
            return new PathNode(source.Start, _cursor.Position - source.Start, source, name);
        }
        _cursor.FailHere(FeelMessage.Syntax("“.”之后应为名称。", "A name is expected after '.'."));
        return state.Nothing();
    }

    private FilterNode ParseFilter(Node source)
    {
        _cursor.Take('[');
        state.Names.Push(new Binder("item", BinderKind.Filter));
        var filter = state.Expressions.Parse();
        state.Names.Pop(1);
        _cursor.Take(']');
        return new FilterNode(source.Start, _cursor.Position - source.Start, source, filter);
    }

    private Node ParseCall(Node target)
    {
        _cursor.Take('(');
        var arguments = new List<Node>();
        List<string>? names = null;
        while (!_cursor.Failed && !_cursor.TryTake(')'))
        {
            if (arguments.Count > 0)
            {
                _cursor.Take(',');
            }
            if (TryTakeParameterName() is { } name)
            {
                (names ??= []).Add(name);
            }
            arguments.Add(state.Expressions.Parse());
        }
        if (names is not null && names.Count != arguments.Count)
        {
            _cursor.Fail(target.Start, target.Length, FeelMessage.Syntax("参数要么全部带名称，要么全部不带。", "Either all arguments are named or none is."));
        }
        var length = _cursor.Position - target.Start;
        return ConstantFolding.Call(target, [.. arguments], names)
            ?? new CallNode(target.Start, length, target, [.. arguments], names?.ToArray());
    }

    /// <summary>Takes <c>start position:</c> when an argument begins with it.</summary>
    private string? TryTakeParameterName()
    {
        _cursor.SkipSpace();
        var source = _cursor.Text;
        var start = _cursor.Position;
        if (_cursor.WordLength(start) == 0)
        {
            return null;
        }
        var end = start;
        while (end < source.Length && source[end] is not (':' or ',' or '(' or ')' or '[' or ']' or '{' or '}' or '"' or '<' or '>' or '=' or '@'))
        {
            end++;
        }
        if (end >= source.Length || source[end] != ':')
        {
            return null;
        }
        _cursor.MoveTo(end + 1);
        return FeelNames.Normalize(source.AsSpan(start, end - start));
    }

    /// <summary>A bracket closes an open range when nothing that could be a filter follows it.</summary>
    private bool ClosesRange()
    {
        var after = _cursor.AfterSpace(_cursor.Position + 1);
        if (after >= _cursor.Text.Length)
        {
            return true;
        }
        var word = _cursor.WordLength(after);
        return word > 0
            ? FeelNames.IsKeyword(_cursor.Text.Substring(after, word)) && _cursor.Text.AsSpan(after, word) is not ("true" or "false" or "null" or "if" or "for" or "some" or "every" or "function")
            : _cursor.Text[after] is ',' or ')' or ']' or '}' or '=' or '!' or '<' or '>' or '+' or '*' or '/' or '.';
    }

    private static int SkipDigits(string source, int position)
    {
        while (position < source.Length && char.IsAsciiDigit(source[position]))
        {
            position++;
        }
        return position;
    }

    /// <summary>Undoes the escape at <paramref name="position"/> and answers how many characters it took.</summary>
    private static int Unescape(string source, int position, StringBuilder text)
    {
        var kind = source[position + 1];
        switch (kind)
        {
            case 'n': text.Append('\n'); return 2;
            case 'r': text.Append('\r'); return 2;
            case 't': text.Append('\t'); return 2;
            case '"' or '\'' or '\\': text.Append(kind); return 2;
            case 'u' when TryHex(source, position + 2, 4, out var unit): text.Append((char)unit); return 6;
            case 'U' when TryHex(source, position + 2, 6, out var point) && Rune.IsValid(point): text.Append(new Rune(point)); return 8;
            default: text.Append('\\').Append(kind); return 2;
        }
    }

    private static bool TryHex(string source, int position, int length, out int value)
    {
        value = 0;
        return position + length <= source.Length
            && int.TryParse(source.AsSpan(position, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }
}
