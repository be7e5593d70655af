namespace Platform.Decisions.Dmn.Tables;

/// <summary>A set of rule positions.</summary>
internal sealed class BitSet(int size)
{
    private readonly ulong[] _words = new ulong[WordCount(size)];

    internal ReadOnlySpan<ulong> Words => _words;

    internal static int WordCount(int size) => (size + 63) / 64;

    internal void Set(int position) => _words[position >> 6] |= 1UL << position;

    internal bool Has(int position) => (_words[position >> 6] & (1UL << position)) != 0;

    /// <summary>True when nothing is in the set.</summary>
    internal bool IsEmpty => _words.AsSpan().IndexOfAnyExcept(0UL) < 0;

    internal BitSet Intersect(BitSet other) => Combine(other, (a, b) => a & b);

    internal BitSet Without(BitSet other) => Combine(other, (a, b) => a & ~b);

    internal bool IsSubsetOf(BitSet other) => Without(other).IsEmpty;

    internal bool SameAs(BitSet other) => _words.AsSpan().SequenceEqual(other._words);

    private BitSet Combine(BitSet other, Func<ulong, ulong, ulong> operation)
    {
        var result = new BitSet(size);
        for (var i = 0; i < _words.Length; i++)
        {
            result._words[i] = operation(_words[i], other._words[i]);
        }

        return result;
    }
}
