namespace Platform.Governance.Rehearsals;

/// <summary>Adds the outcomes of batches up. Keeps the most usual ways and reasons and counts the others together, so that it stays small however many matters are tried.</summary>
public sealed class WhatIfTally
{
    /// <summary>Stands for ways and reasons that are too rare to be told apart.</summary>
    public const string Others = "（其他）";

    private const int MostKinds = 500;

    private readonly Dictionary<string, int> load = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> paths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> lost = new(StringComparer.Ordinal);
    private WhatIfOutcome sum = new() { Cases = 0, Ended = 0, Underway = 0, Tasks = 0, Timed = 0, Overdue = 0, Load = Empty, Paths = Empty, NotReplayed = Empty };

    private static IReadOnlyDictionary<string, int> Empty { get; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>What became of all matters so far; what is added later does not change it.</summary>
    public WhatIfOutcome Sum => sum with { Load = Copy(load), Paths = Copy(paths), NotReplayed = Copy(lost) };

    /// <summary>Adds a batch.</summary>
    /// <param name="batch">Its outcome.</param>
    public void Add(WhatIfOutcome batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        sum = sum with
        {
            Cases = sum.Cases + batch.Cases,
            Ended = sum.Ended + batch.Ended,
            Underway = sum.Underway + batch.Underway,
            Tasks = sum.Tasks + batch.Tasks,
            Timed = sum.Timed + batch.Timed,
            Overdue = sum.Overdue + batch.Overdue,
        };
        Merge(load, batch.Load);
        Merge(paths, batch.Paths);
        Merge(lost, batch.NotReplayed);
    }

    private static Dictionary<string, int> Copy(Dictionary<string, int> counts) => new(counts, StringComparer.Ordinal);

    private static void Merge(Dictionary<string, int> counts, IReadOnlyDictionary<string, int> more)
    {
        foreach (var (key, count) in more)
        {
            counts[key] = counts.GetValueOrDefault(key) + count;
        }

        foreach (var rare in counts.Where(pair => pair.Key != Others).OrderByDescending(pair => pair.Value).Skip(MostKinds).ToList())
        {
            counts.Remove(rare.Key);
            counts[Others] = counts.GetValueOrDefault(Others) + rare.Value;
        }
    }
}
