using Platform.Runtime.Persistence.Sql;

namespace Platform.Benchmarks;

/// <summary>The statements of one matter from start to end, recorded once from the engine, with the ids of that matter marked so that each repetition gets its own.</summary>
internal sealed class Script
{
    private readonly Statement[][] steps;
    private readonly List<(int Step, int Statement, int Value, int Id)> places = [];
    private readonly int ids;

    /// <summary>Marks what differs between two recordings of the same process.</summary>
    /// <param name="one">A recording.</param>
    /// <param name="other">Another one.</param>
    internal Script(IReadOnlyList<Statement[]> one, IReadOnlyList<Statement[]> other)
    {
        steps = [.. one];
        var numbers = new Dictionary<Guid, int>();
        for (int s = 0; s < steps.Length; s++)
        {
            for (int i = 0; i < steps[s].Length; i++)
            {
                for (int v = 0; v < steps[s][i].Values.Length; v++)
                {
                    if (steps[s][i].Values[v] is Guid id && other[s][i].Values[v] is Guid twin && id != twin)
                    {
                        places.Add((s, i, v, numbers.TryGetValue(id, out int known) ? known : numbers[id] = numbers.Count));
                    }
                }
            }
        }

        ids = numbers.Count;
    }

    /// <summary>Every distinct statement.</summary>
    internal IEnumerable<SqlText> Texts => steps.SelectMany(s => s.Select(x => x.Sql)).Distinct();

    /// <summary>The statements of another matter, step by step.</summary>
    internal Statement[][] Next()
    {
        Guid[] fresh = [.. Enumerable.Range(0, ids).Select(_ => NineSteps.NewId())];
        Statement[][] copy = [.. steps.Select(s => s.Select(x => x with { Values = [.. x.Values] }).ToArray())];
        foreach ((int step, int statement, int value, int id) in places)
        {
            copy[step][statement].Values[value] = fresh[id];
        }

        return copy;
    }
}
