using System.Text;

namespace Platform.Decisions.Feel;

/// <summary>Types after <c>instance of</c> and after a parameter's colon (DMN 1.5 §10.3.1.2 rule 55).</summary>
internal sealed class TypeParser(ParserState state, Func<string, FeelType?>? custom)
{
    private static readonly string[] NamesWithKeywords =
        ["date and time", "days and time duration", "years and months duration"];

    private readonly Cursor _cursor = state.Cursor;

    /// <summary>Reads a type; null when its name is not known, which is then in <paramref name="unknown"/>.</summary>
    public FeelType? Parse(out string unknown)
    {
        unknown = "";
        if (!state.Enter())
        {
            state.Leave();
            return null;
        }
        var type = ParseInner(ref unknown);
        state.Leave();
        return type;
    }

    private FeelType? ParseInner(ref string unknown)
    {
        if (TryTakeGeneric("list"))
        {
            var item = ParseArgument(ref unknown);
            _cursor.Take('>');
            return item is null ? null : new FeelType.List(item);
        }
        if (TryTakeGeneric("range"))
        {
            var item = ParseArgument(ref unknown);
            _cursor.Take('>');
            return item is null ? null : new FeelType.Range(item);
        }
        if (TryTakeGeneric("context"))
        {
            return ParseContext(ref unknown);
        }
        return TryTakeGeneric("function") ? ParseFunction(ref unknown) : ParseName(ref unknown);
    }

    private bool TryTakeGeneric(string word)
    {
        var start = _cursor.AfterSpace(_cursor.Position);
        if (_cursor.TryTakeWord(word) && _cursor.TryTake('<'))
        {
            return true;
        }
        _cursor.MoveTo(start);
        return false;
    }

    private FeelType? ParseArgument(ref string unknown)
    {
        var type = Parse(out var name);
        unknown = type is null && unknown.Length == 0 ? name : unknown;
        return type;
    }

    private FeelType.Context? ParseContext(ref string unknown)
    {
        var entries = new List<KeyValuePair<string, FeelType>>();
        var complete = true;
        while (!_cursor.Failed && !_cursor.TryTake('>'))
        {
            if (entries.Count > 0)
            {
                _cursor.Take(',');
            }
            _cursor.SkipSpace();
            var start = _cursor.Position;
            var length = _cursor.Text.AsSpan(start).IndexOfAny(":>,");
            var name = length <= 0 ? "" : FeelNames.Normalize(_cursor.Text.AsSpan(start, length));
            _cursor.MoveTo(start + Math.Max(0, length));
            _cursor.Take(':');
            var type = ParseArgument(ref unknown);
            complete &= type is not null;
            entries.Add(new(name, type ?? FeelType.Any));
        }
        return complete ? new FeelType.Context(entries) : null;
    }

    private FeelType.Function? ParseFunction(ref string unknown)
    {
        var parameters = new List<FeelType>();
        var complete = true;
        while (!_cursor.Failed && !_cursor.TryTake('>'))
        {
            if (parameters.Count > 0)
            {
                _cursor.Take(',');
            }
            var type = ParseArgument(ref unknown);
            complete &= type is not null;
            parameters.Add(type ?? FeelType.Any);
        }
        if (!_cursor.TryTake("->"))
        {
            _cursor.FailHere(FeelMessage.Expected("->"));
        }
        var result = ParseArgument(ref unknown);
        return complete && result is not null ? new FeelType.Function(parameters, result) : null;
    }

    /// <summary>A name: words and points. The longest part that is a type counts.</summary>
    private FeelType? ParseName(ref string unknown)
    {
        foreach (var known in NamesWithKeywords)
        {
            if (TryTakeWords(known))
            {
                return FeelType.OfName(known);
            }
        }
        _cursor.SkipSpace();
        var position = _cursor.Position;
        var name = new StringBuilder();
        FeelType? found = null;
        var foundEnd = position;
        var end = position;
        for (var word = _cursor.WordLength(position); word > 0; word = _cursor.WordLength(position))
        {
            var text = _cursor.Text.AsSpan(position, word);
            if (name.Length > 0 && name[^1] != '.' && (FeelNames.IsKeyword(text.ToString()) || text is "external"))
            {
                break;
            }
            name.Append(name.Length > 0 && name[^1] != '.' ? " " : "").Append(text);
            end = position + word;
            if (Lookup(name.ToString()) is { } type)
            {
                (found, foundEnd) = (type, end);
            }
            position = _cursor.AfterSpace(end);
            if (position < _cursor.Text.Length && _cursor.Text[position] == '.' && !IsRange(position))
            {
                name.Append('.');
                position = _cursor.AfterSpace(position + 1);
            }
        }
        if (name.Length == 0)
        {
            _cursor.FailHere(FeelMessage.Syntax("此处应为类型。", "A type is expected here."));
            return null;
        }
        _cursor.MoveTo(found is null ? end : foundEnd);
        unknown = found is null ? name.ToString() : "";
        return found;
    }

    private bool IsRange(int position) => position + 1 < _cursor.Text.Length && _cursor.Text[position + 1] == '.';

    private FeelType? Lookup(string name) => custom?.Invoke(name) ?? FeelType.OfName(name);

    private bool TryTakeWords(string words)
    {
        var start = _cursor.Position;
        foreach (var word in words.Split(' '))
        {
            if (!_cursor.TryTakeWord(word))
            {
                _cursor.MoveTo(start);
                return false;
            }
        }
        return true;
    }
}
