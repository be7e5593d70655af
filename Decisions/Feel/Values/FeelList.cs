using System.Text;

namespace Platform.Decisions.Feel;

/// <summary>An ordered list; positions in FEEL start at 1, here <see cref="Items"/> starts at 0 as in .NET.</summary>
public sealed class FeelList : FeelValue
{
    private readonly int _weight;
    private readonly int _height;

    /// <summary>A list over <paramref name="items"/>, which must not change afterwards.</summary>
    /// <param name="items">The items; may be empty.</param>
    public FeelList(IReadOnlyList<FeelValue> items)
    {
        Items = items;
        long weight = 1;
        for (var i = 0; i < items.Count; i++)
        {
            weight += items[i].Weight;
            _height = Math.Max(_height, items[i].Height);
        }
        _weight = (int)Math.Min(weight, int.MaxValue);
        _height++;
    }

    /// <summary>For lists that grow item by item and know their own measures.</summary>
    internal FeelList(IReadOnlyList<FeelValue> items, int weight, int height)
    {
        Items = items;
        _weight = weight;
        _height = height;
    }

    /// <summary>The list without items.</summary>
    public static FeelList Empty { get; } = new([]);

    /// <summary>The items, first to last.</summary>
    public IReadOnlyList<FeelValue> Items { get; }

    /// <inheritdoc/>
    public override string TypeName => "list";

    internal override FeelKind Kind => FeelKind.List;

    internal override int Weight => _weight;

    internal override int Height => _height;

    /// <inheritdoc/>
    public override bool Equals(FeelValue? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }
        if (other is not FeelList list || list.Items.Count != Items.Count || list._height != _height || _height > DeepestNesting)
        {
            return false;
        }
        for (var i = 0; i < Items.Count; i++)
        {
            if (!Items[i].Equals(list.Items[i]))
            {
                return false;
            }
        }
        return true;
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Items.Count);
        for (var i = 0; i < Math.Min(Items.Count, 8) && _height <= DeepestNesting; i++)
        {
            hash.Add(Items[i].GetHashCode());
        }
        return hash.ToHashCode();
    }

    internal override void Write(StringBuilder text, bool literal)
    {
        if (_height > DeepestNesting)
        {
            text.Append("[…]");
            return;
        }
        text.Append('[');
        for (var i = 0; i < Items.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            Items[i].Write(text, literal);
        }
        text.Append(']');
    }
}
