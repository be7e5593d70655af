using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Platform.Decisions.Feel;

/// <summary>A context: named entries in the order in which they were given, each name once.</summary>
public sealed class FeelContext : FeelValue
{
    /// <summary>Up to here a walk over the entries is faster than hashing.</summary>
    private const int LinearLimit = 8;

    private readonly KeyValuePair<string, FeelValue>[] _entries;
    private readonly Dictionary<string, int>? _index;
    private readonly int _weight;
    private readonly int _height;

    /// <summary>A context of these entries; a name that comes twice keeps its first place and its last value.</summary>
    /// <param name="entries">Names and values; taken over as a copy.</param>
    public FeelContext(IEnumerable<KeyValuePair<string, FeelValue>> entries)
        : this(Distinct(entries), owned: true)
    {
    }

    /// <summary>Takes over <paramref name="entries"/>, whose names differ.</summary>
    internal FeelContext(KeyValuePair<string, FeelValue>[] entries, bool owned)
    {
        _entries = owned ? entries : [.. entries];
        long weight = 1;
        foreach (var (_, value) in entries)
        {
            weight += value.Weight;
            _height = Math.Max(_height, value.Height);
        }
        _weight = (int)Math.Min(weight, int.MaxValue);
        _height++;
        if (entries.Length > LinearLimit)
        {
            _index = new Dictionary<string, int>(entries.Length, StringComparer.Ordinal);
            for (var i = 0; i < entries.Length; i++)
            {
                _index[entries[i].Key] = i;
            }
        }
    }

    /// <summary>The context without entries.</summary>
    public static FeelContext Empty { get; } = new([], owned: true);

    /// <summary>The entries in their order.</summary>
    public IReadOnlyList<KeyValuePair<string, FeelValue>> Entries => _entries;

    /// <inheritdoc/>
    public override string TypeName => "context";

    internal override FeelKind Kind => FeelKind.Context;

    internal override int Weight => _weight;

    internal override int Height => _height;

    /// <summary>Finds the entry of this name.</summary>
    /// <param name="name">The exact name, as FEEL normalizes it: single spaces between its words.</param>
    /// <param name="value">The value when found.</param>
    /// <returns>Whether there is such an entry; its value may still be FEEL's null.</returns>
    public bool TryGet(string name, [NotNullWhen(true)] out FeelValue? value)
    {
        var position = IndexOf(name);
        value = position < 0 ? null : _entries[position].Value;
        return position >= 0;
    }

    /// <summary>This context with one entry added, or replaced in its place.</summary>
    /// <param name="name">The entry's name.</param>
    /// <param name="value">Its value.</param>
    public FeelContext With(string name, FeelValue value)
    {
        var position = IndexOf(name);
        if (position < 0)
        {
            return new FeelContext([.. _entries, new(name, value)], owned: true);
        }
        var copy = _entries.ToArray();
        copy[position] = new(name, value);
        return new FeelContext(copy, owned: true);
    }

    /// <inheritdoc/>
    public override bool Equals(FeelValue? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }
        if (other is not FeelContext context || context._entries.Length != _entries.Length
            || context._height != _height || _height > DeepestNesting)
        {
            return false;
        }
        foreach (var (name, value) in _entries)
        {
            if (!context.TryGet(name, out var theirs) || !value.Equals(theirs))
            {
                return false;
            }
        }
        return true;
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // Entries may come in any order: the sum of their names' hashes does not mind.
        var hash = _entries.Length;
        foreach (var (name, _) in _entries)
        {
            hash += StringComparer.Ordinal.GetHashCode(name);
        }
        return hash;
    }

    internal override void Write(StringBuilder text, bool literal)
    {
        if (_height > DeepestNesting)
        {
            text.Append("{…}");
            return;
        }
        text.Append('{');
        for (var i = 0; i < _entries.Length; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            if (FeelNames.IsPlain(_entries[i].Key))
            {
                text.Append(_entries[i].Key);
            }
            else
            {
                FeelString.Quote(text, _entries[i].Key);
            }
            text.Append(": ");
            _entries[i].Value.Write(text, literal);
        }
        text.Append('}');
    }

    private int IndexOf(string name)
    {
        if (_index is not null)
        {
            return _index.TryGetValue(name, out var found) ? found : -1;
        }
        for (var i = 0; i < _entries.Length; i++)
        {
            if (_entries[i].Key == name)
            {
                return i;
            }
        }
        return -1;
    }

    private static KeyValuePair<string, FeelValue>[] Distinct(IEnumerable<KeyValuePair<string, FeelValue>> entries)
    {
        var kept = new List<KeyValuePair<string, FeelValue>>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (places.TryGetValue(entry.Key, out var place))
            {
                kept[place] = entry;
            }
            else
            {
                places.Add(entry.Key, kept.Count);
                kept.Add(entry);
            }
        }
        return [.. kept];
    }
}
