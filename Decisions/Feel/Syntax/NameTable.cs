namespace Platform.Decisions.Feel;

/// <summary>
/// Decides where a name ends and what it means (DMN 1.5 §10.3.1.2): names may hold spaces and operators, and the longest
/// name that is in scope wins. Words that follow each other without operator are one name in any case.
/// </summary>
internal sealed class NameTable(Cursor cursor, NameIndex known)
{
    private readonly BinderStack _binders = new();
    private readonly NameIndex _members = new([]);

    /// <summary>Names of the binders that were ever pushed; those out of scope are told apart by the stack.</summary>
    private readonly NameIndex _bound = new([]);

    /// <summary>Free names that were read.</summary>
    public HashSet<string> References { get; } = new(StringComparer.Ordinal);

    public void Push(Binder binder)
    {
        _binders.Push(binder);
        _bound.Add(binder.Name);
    }

    public void Pop(int count) => _binders.Pop(count);

    /// <summary>Remembers a context's key: a path may ask for it later.</summary>
    public void AddMember(string name) => _members.Add(name);

    /// <summary>Reads a name where a value may stand; null when none begins here.</summary>
    public Node? ReadValue()
    {
        cursor.SkipSpace();
        var start = cursor.Position;
        var word = Word(start);
        string? name = null;
        var length = 0;
        Longest(start, word, ref name, ref length);
        if (length <= word.Length && (word.Length == 0 || FeelNames.IsKeyword(word)))
        {
            return null;
        }
        (name, length) = Extend(start, Math.Max(length, word.Length), length >= word.Length ? name! : word);
        cursor.MoveTo(start + length);
        return Resolve(name, start, length);
    }

    /// <summary>Reads the name after a point; null when none begins here.</summary>
    public string? ReadMember()
    {
        cursor.SkipSpace();
        var start = cursor.Position;
        var word = Word(start);
        var name = word;
        var length = word.Length;
        _members.Longest(cursor.Text, start, word, ref name!, ref length);
        known.Longest(cursor.Text, start, word, ref name!, ref length);
        if (length == 0)
        {
            return null;
        }
        (name, length) = Extend(start, length, name);
        cursor.MoveTo(start + length);
        return name;
    }

    private Node Resolve(string name, int start, int length)
    {
        if (_binders.Find(name, out var hops) is { } binder)
        {
            binder.Used = true;
            return Within(_binders.FiltersWithin(hops), name, start, length, new LocalNode(start, length, hops, binder.Type));
        }
        var builtin = FeelBuiltins.Find(name);
        if (builtin is null || known.Contains(name))
        {
            References.Add(name);
        }
        return Within(
            _binders.FiltersWithin(int.MaxValue), name, start, length, new GlobalNode(start, length, name, builtin, _binders.IsInFilter));
    }

    private static Node Within(int[] filters, string name, int start, int length, Node outside) =>
        filters.Length == 0 ? outside : new ItemMemberNode(start, length, name, filters, outside);

    private string Word(int start) => cursor.Text.Substring(start, cursor.WordLength(start));

    /// <summary>The longest name in scope that is written at <paramref name="start"/>.</summary>
    private void Longest(int start, string word, ref string? best, ref int longest)
    {
        var text = cursor.Text;
        string? bound = null;
        var boundLength = 0;
        _bound.Longest(text, start, word, ref bound, ref boundLength);
        if (bound is not null)
        {
            // The longest of all may be out of scope by now: then the stack knows which one is not.
            if (_binders.Find(bound, out _) is null)
            {
                (bound, boundLength) = (null, 0);
                _binders.Longest(text, start, word, ref bound, ref boundLength);
            }
            (best, longest) = (bound, boundLength);
        }
        known.Longest(text, start, word, ref best, ref longest);
        if (_binders.IsInFilter)
        {
            _members.Longest(text, start, word, ref best, ref longest);
        }
        foreach (var name in FeelBuiltins.NamesWithSpaces(start < text.Length ? text[start] : '\0'))
        {
            var length = NameIndex.MatchLength(text, start, name);
            // "date and time" may also be two variables: only a call makes it the function.
            if (length > longest && cursor.AfterSpace(start + length) is var next && next < text.Length && text[next] == '(')
            {
                (best, longest) = (name, length);
            }
        }
    }

    /// <summary>Joins the words that follow: without an operator between them they cannot be anything else.</summary>
    private (string Name, int Length) Extend(int start, int length, string name)
    {
        var end = start + length;
        while (true)
        {
            var next = cursor.AfterSpace(end);
            var word = cursor.WordLength(next);
            if (word == 0 || next == end || FeelNames.IsKeyword(cursor.Text.Substring(next, word)))
            {
                break;
            }
            end = next + word;
        }
        var more = end - start - length;
        return more == 0 ? (name, length) : (FeelNames.Normalize(cursor.Text.AsSpan(start, end - start)), end - start);
    }
}
