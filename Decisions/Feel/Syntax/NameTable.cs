namespace Platform.Decisions.Feel;

/// <summary>What a binder of the expression stands for.</summary>
internal enum BinderKind
{
    Variable,
    Filter,
}

/// <summary>A variable, or the item of a filter, that the expression introduces; one link in the chain of <see cref="Env"/>.</summary>
internal sealed class Binder(string name, BinderKind kind)
{
    public string Name { get; } = name;

    public BinderKind Kind { get; } = kind;

    public bool Used { get; set; }
}

/// <summary>
/// Decides where a name ends and what it means (DMN 1.5 §10.3.1.2): names may hold spaces and operators, and the longest
/// name that is in scope wins. Words that follow each other without operator are one name in any case.
/// </summary>
internal sealed class NameTable(Cursor cursor, IReadOnlyCollection<string> known)
{
    private readonly List<Binder> _binders = [];
    private readonly Dictionary<char, List<string>> _known = Index(known);
    private readonly Dictionary<char, List<string>> _members = [];
    private readonly HashSet<string> _knownNames = [.. known];

    /// <summary>Free names that were read.</summary>
    public HashSet<string> References { get; } = new(StringComparer.Ordinal);

    public void Push(Binder binder) => _binders.Add(binder);

    public void Pop(int count) => _binders.RemoveRange(_binders.Count - count, count);

    /// <summary>Remembers a context's key: a path may ask for it later.</summary>
    public void AddMember(string name) => Add(_members, name);

    /// <summary>Reads a name where a value may stand; null when none begins here.</summary>
    public Node? ReadValue()
    {
        cursor.SkipSpace();
        var start = cursor.Position;
        var word = cursor.WordLength(start);
        var (name, length) = Longest(start, includeMembers: _binders.Exists(binder => binder.Kind == BinderKind.Filter));
        if (length == 0 && (word == 0 || FeelNames.IsKeyword(cursor.Text.Substring(start, word))))
        {
            return null;
        }
        if (length <= word && word > 0 && FeelNames.IsKeyword(cursor.Text.Substring(start, word)))
        {
            return null;
        }
        if (length == 0)
        {
            length = word;
            name = cursor.Text.Substring(start, word);
        }
        (name, length) = Extend(name!, start, length);
        cursor.MoveTo(start + length);
        return Resolve(name, start, length);
    }

    /// <summary>Reads the name after a point; null when none begins here.</summary>
    public string? ReadMember()
    {
        cursor.SkipSpace();
        var start = cursor.Position;
        var word = cursor.WordLength(start);
        var (name, length) = LongestOf(_members, start, null, 0);
        (name, length) = LongestOf(_known, start, name, length);
        if (length < word)
        {
            length = word;
            name = cursor.Text.Substring(start, word);
        }
        if (length == 0)
        {
            return null;
        }
        (name, length) = Extend(name!, start, length);
        cursor.MoveTo(start + length);
        return name;
    }

    /// <summary>A variable of this expression, a variable of the host, or a built-in function.</summary>
    public Node Resolve(string name, int start, int length)
    {
        var filters = new List<int>();
        for (var hops = 0; hops < _binders.Count; hops++)
        {
            var binder = _binders[^(hops + 1)];
            if (binder.Kind == BinderKind.Filter)
            {
                filters.Add(hops);
            }
            if (binder.Name == name)
            {
                binder.Used = true;
                return Within(filters, name, start, length, new LocalNode(start, length, hops));
            }
        }
        var builtin = _knownNames.Contains(name) ? null : FeelBuiltins.Find(name);
        if (builtin is null)
        {
            References.Add(name);
        }
        return Within(filters, name, start, length, new GlobalNode(start, length, name, FeelBuiltins.Find(name), filters.Count > 0));
    }

    private static Node Within(List<int> filters, string name, int start, int length, Node outside) =>
        filters.Count == 0 ? outside : new ItemMemberNode(start, length, name, [.. filters], outside);

    /// <summary>The longest name in scope that is written at <paramref name="start"/>.</summary>
    private (string? Name, int Length) Longest(int start, bool includeMembers)
    {
        string? best = null;
        var longest = 0;
        for (var i = _binders.Count - 1; i >= 0; i--)
        {
            Consider(_binders[i].Name, start, ref best, ref longest);
        }
        (best, longest) = LongestOf(_known, start, best, longest);
        if (includeMembers)
        {
            (best, longest) = LongestOf(_members, start, best, longest);
        }
        foreach (var name in FeelBuiltins.NamesWithSpaces(start < cursor.Text.Length ? cursor.Text[start] : '\0'))
        {
            var length = MatchLength(name, start);
            // "date and time" may also be two variables: only a call makes it the function.
            if (length > longest && cursor.AfterSpace(start + length) is var next && next < cursor.Text.Length && cursor.Text[next] == '(')
            {
                (best, longest) = (name, length);
            }
        }
        return (best, longest);
    }

    private (string? Name, int Length) LongestOf(Dictionary<char, List<string>> index, int start, string? best, int longest)
    {
        if (start < cursor.Text.Length && index.TryGetValue(cursor.Text[start], out var names))
        {
            foreach (var name in names)
            {
                Consider(name, start, ref best, ref longest);
            }
        }
        return (best, longest);
    }

    private void Consider(string name, int start, ref string? best, ref int longest)
    {
        var length = MatchLength(name, start);
        if (length > longest)
        {
            best = name;
            longest = length;
        }
    }

    /// <summary>How much text the name takes at <paramref name="start"/>, its spaces matching any; 0 when it is not there.</summary>
    private int MatchLength(string name, int start)
    {
        var text = cursor.Text;
        var position = start;
        foreach (var c in name)
        {
            if (c == ' ')
            {
                var after = position;
                while (after < text.Length && FeelNames.IsSpace(text[after]))
                {
                    after++;
                }
                if (after == position)
                {
                    return 0;
                }
                position = after;
                continue;
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

    /// <summary>Joins the words that follow: without an operator between them they cannot be anything else.</summary>
    private (string Name, int Length) Extend(string name, int start, int length)
    {
        while (true)
        {
            var next = cursor.AfterSpace(start + length);
            var word = cursor.WordLength(next);
            if (word == 0 || next == start + length || FeelNames.IsKeyword(cursor.Text.Substring(next, word)))
            {
                return (name, length);
            }
            name = string.Concat(name, " ", cursor.Text.AsSpan(next, word));
            length = next + word - start;
        }
    }

    private static Dictionary<char, List<string>> Index(IReadOnlyCollection<string> names)
    {
        var index = new Dictionary<char, List<string>>();
        foreach (var name in names)
        {
            Add(index, name);
        }
        return index;
    }

    private static void Add(Dictionary<char, List<string>> index, string name)
    {
        if (name.Length == 0)
        {
            return;
        }
        if (!index.TryGetValue(name[0], out var names))
        {
            index[name[0]] = names = [];
        }
        if (!names.Contains(name))
        {
            names.Add(name);
        }
    }
}
