namespace Platform.Decisions.Feel;

/// <summary>What a binder of the expression stands for.</summary>
internal enum BinderKind
{
    Variable,
    Filter,
}

/// <summary>A variable, or the item of a filter, that the expression introduces; one link in the chain of <see cref="Env"/>.</summary>
internal sealed class Binder(string name, BinderKind kind, FeelType? type = null)
{
    public string Name { get; } = name;

    public BinderKind Kind { get; } = kind;

    public FeelType Type { get; } = type ?? FeelType.Any;

    public bool Used { get; set; }
}

/// <summary>The binders around the place that is being read, innermost last.</summary>
internal sealed class BinderStack
{
    private readonly List<Binder> _binders = [];
    private readonly List<int> _filters = [];
    private readonly Dictionary<string, Stack<int>> _places = new(StringComparer.Ordinal);

    public bool IsInFilter => _filters.Count > 0;

    public void Push(Binder binder)
    {
        if (binder.Kind == BinderKind.Filter)
        {
            _filters.Add(_binders.Count);
        }
        if (!_places.TryGetValue(binder.Name, out var places))
        {
            _places[binder.Name] = places = new Stack<int>();
        }
        places.Push(_binders.Count);
        _binders.Add(binder);
    }

    public void Pop(int count)
    {
        for (; count > 0; count--)
        {
            var binder = _binders[^1];
            _binders.RemoveAt(_binders.Count - 1);
            _places[binder.Name].Pop();
            if (binder.Kind == BinderKind.Filter)
            {
                _filters.RemoveAt(_filters.Count - 1);
            }
        }
    }

    /// <summary>The innermost binder of this name and how many links lie before it.</summary>
    public Binder? Find(string name, out int hops)
    {
        hops = 0;
        if (!_places.TryGetValue(name, out var places) || places.Count == 0)
        {
            return null;
        }
        hops = _binders.Count - 1 - places.Peek();
        return _binders[places.Peek()];
    }

    /// <summary>The distances of the filters up to <paramref name="hops"/> links away, innermost first.</summary>
    public int[] FiltersWithin(int hops)
    {
        var found = new List<int>();
        for (var i = _filters.Count - 1; i >= 0; i--)
        {
            var distance = _binders.Count - 1 - _filters[i];
            if (distance > hops)
            {
                break;
            }
            found.Add(distance);
        }
        return [.. found];
    }

    /// <summary>Considers the names of binders that are no plain words; plain ones are found by <see cref="Find"/>.</summary>
    public void Longest(string text, int start, string word, ref string? best, ref int longest)
    {
        foreach (var (name, places) in _places)
        {
            if (places.Count == 0 || name.Length == 0 || name[0] != text[start])
            {
                continue;
            }
            var length = name == word ? word.Length : NameIndex.MatchLength(text, start, name);
            if (length > longest)
            {
                best = name;
                longest = length;
            }
        }
    }
}
