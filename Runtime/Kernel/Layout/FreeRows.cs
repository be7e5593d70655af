namespace Platform.Kernel.Layout;

/// <summary>Which rows of one column of one lane are taken. Finding the nearest free one stays fast however many are: taken rows point to where the search goes on.</summary>
internal sealed class FreeRows
{
    private readonly Dictionary<int, int> _below = [];
    private readonly Dictionary<int, int> _above = [];

    /// <summary>The first free row from here downwards.</summary>
    public int Below(int row) => Follow(_below, row);

    /// <summary>The first free row from here upwards.</summary>
    public int Above(int row) => Follow(_above, row);

    public void Take(int row)
    {
        _below[row] = row + 1;
        _above[row] = row - 1;
    }

    private static int Follow(Dictionary<int, int> next, int row)
    {
        var free = row;
        while (next.TryGetValue(free, out var further))
        {
            free = further;
        }

        // Shorten the way for the next search.
        while (row != free)
        {
            (row, next[row]) = (next[row], free);
        }

        return free;
    }
}
