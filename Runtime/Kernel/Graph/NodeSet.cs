namespace Platform.Kernel.Graph;

/// <summary>A set of nodes by index, as bits.</summary>
internal sealed class NodeSet(int nodeCount)
{
    private readonly ulong[] bits = new ulong[(nodeCount + 63) / 64];

    internal bool Contains(int index) => (bits[index >> 6] & (1UL << (index & 63))) != 0;

    /// <summary>Adds a node; false when it was there.</summary>
    internal bool Add(int index)
    {
        ulong bit = 1UL << (index & 63);
        bool added = (bits[index >> 6] & bit) == 0;
        bits[index >> 6] |= bit;
        return added;
    }
}
