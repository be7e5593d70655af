namespace Platform.Benchmarks;

/// <summary>Callers that repeat a run for a while, and what they measured.</summary>
internal static class Load
{
    /// <summary>What one round came to.</summary>
    /// <param name="PerSecond">Steps per second.</param>
    /// <param name="P50">Median of a step, milliseconds.</param>
    /// <param name="P99">99th percentile of a step, milliseconds.</param>
    /// <param name="Cpu">Processor time of this process per step, microseconds; a database server's own is not in it.</param>
    internal sealed record Figures(double PerSecond, double P50, double P99, double Cpu);

    internal static async Task<Figures> RunAsync(int callers, double seconds, Func<Action<long>, Task> run)
    {
        TimeProvider clock = TimeProvider.System;
        long began = clock.GetTimestamp();
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        List<double>[] latencies = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            List<double> mine = new(100_000);
            while (clock.GetElapsedTime(began).TotalSeconds < seconds)
            {
                await run(start => mine.Add(clock.GetElapsedTime(start).TotalMilliseconds));
            }

            return mine;
        })));
        double elapsed = clock.GetElapsedTime(began).TotalSeconds;
        double spent = (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds;
        double[] all = [.. latencies.SelectMany(l => l).Order()];
        return new Figures(all.Length / elapsed, all[all.Length / 2], all[(int)(all.Length * 0.99)], spent / all.Length);
    }

    /// <summary>Median of each figure.</summary>
    internal static Figures Median(IReadOnlyList<Figures> rounds) => new(
        Middle(rounds.Select(r => r.PerSecond)), Middle(rounds.Select(r => r.P50)), Middle(rounds.Select(r => r.P99)), Middle(rounds.Select(r => r.Cpu)));

    private static double Middle(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
