namespace Platform.Decisions.Feel;

/// <summary>
/// Names to be found in a text. Plain words are looked up at once; only names with spaces or operators must be compared
/// one by one.
/// </summary>
internal sealed class NameIndex
{
    private HashSet<string>? _words;
    private Dictionary<char, List<string>>? _compound;

    public NameIndex(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            Add(name);
        }
    }

    public void Add(string name)
    {
        if (name.Length == 0)
        {
            return;
        }
        if (IsWord(name))
        {
            (_words ??= new(StringComparer.Ordinal)).Add(name);
        }
        else if (!Contains(name))
        {
            _compound ??= [];
            if (!_compound.TryGetValue(name[0], out var names))
            {
                _compound[name[0]] = names = [];
            }
            names.Add(name);
        }
    }

    public bool Contains(string name) =>
        _words?.Contains(name) == true
        || (name.Length > 0 && _compound is not null && _compound.TryGetValue(name[0], out var names) && names.Contains(name));

    /// <summary>The longest name that stands at <paramref name="start"/>, if it is longer than what was found so far.</summary>
    public void Longest(string text, int start, string word, ref string? best, ref int longest)
    {
        if (word.Length > longest && _words?.Contains(word) == true)
        {
            best = word;
            longest = word.Length;
        }
        if (start < text.Length && _compound is not null && _compound.TryGetValue(text[start], out var names))
        {
            foreach (var name in names)
            {
                var length = MatchLength(text, start, name);
                if (length > longest)
                {
                    best = name;
                    longest = length;
                }
            }
        }
    }

    /// <summary>How much text the name takes at <paramref name="start"/>, its spaces matching any; 0 when it is not there.</summary>
    public static int MatchLength(string text, int start, string name)
    {
        var position = start;
        var afterSpace = false;
        foreach (var c in name)
        {
            // Names out of files may hold line ends and several spaces; in a text any white space stands for them.
            if (FeelNames.IsSpace(c))
            {
                afterSpace = position > start;
                continue;
            }
            if (afterSpace)
            {
                var before = position;
                while (position < text.Length && FeelNames.IsSpace(text[position]))
                {
                    position++;
                }
                if (position == before)
                {
                    return 0;
                }
                afterSpace = false;
            }
            if (position >= text.Length || text[position] != c)
            {
                return 0;
            }
            position++;
        }
        var cutsWord = position > start && position < text.Length && FeelNames.IsPart(text[position]) && FeelNames.IsPart(text[position - 1]);
        return cutsWord ? 0 : position - start;
    }

    private static bool IsWord(string name)
    {
        foreach (var c in name)
        {
            if (!FeelNames.IsPart(c))
            {
                return false;
            }
        }
        return FeelNames.IsStart(name[0]);
    }
}
