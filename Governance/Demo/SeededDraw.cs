namespace Platform.Governance.Demo;

/// <summary>
/// Draws that repeat exactly for a seed, on every machine and runtime version (SplitMix64). For synthetic data only; secrets never come from here.
/// </summary>
public sealed class SeededDraw
{
    private ulong state;

    /// <summary>Starts a sequence.</summary>
    /// <param name="seed">Equal seeds give equal sequences.</param>
    public SeededDraw(long seed) => state = unchecked((ulong)seed);

    /// <summary>A whole number from 0 up to, not including, the bound.</summary>
    /// <param name="bound">Greater than 0.</param>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        return (int)(Next() % (ulong)bound);
    }

    /// <summary>A whole number between two bounds, both included.</summary>
    /// <param name="least">Smallest result.</param>
    /// <param name="most">Greatest result, not less than <paramref name="least"/>.</param>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>One of the items.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="items">At least one.</param>
    public T Pick<T>(IReadOnlyList<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items[Below(items.Count)];
    }

    /// <summary>The items in a drawn order (Fisher and Yates); the given list stays as it is.</summary>
    /// <typeparam name="T">Type of the items.</typeparam>
    /// <param name="items">May be empty.</param>
    public IReadOnlyList<T> Shuffle<T>(IEnumerable<T> items)
    {
        T[] result = [.. items];
        for (var last = result.Length - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (result[last], result[other]) = (result[other], result[last]);
        }

        return result;
    }

    /// <summary>As many copies of each value as its count says, in a drawn order.</summary>
    /// <typeparam name="T">Type of the values.</typeparam>
    /// <param name="counts">Values with counts of 0 or more.</param>
    public IReadOnlyList<T> Deal<T>(params (T Value, int Count)[] counts) =>
        Shuffle(counts.SelectMany(pair => Enumerable.Repeat(pair.Value, pair.Count)));

    private ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
            var mixed = state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }
}
