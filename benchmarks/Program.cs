using Platform.Benchmarks;

// One line per benchmark; each lives in its own file and returns the process's exit code.
var benchmarks = new Dictionary<string, Func<string[], TextWriter, int>>(StringComparer.Ordinal)
{
    ["dmn"] = DmnBenchmark.Run,
    ["feel"] = FeelBenchmarks.Run,
    ["xml"] = XmlBenchmarks.Run,
};

if (args is [var name, .. var rest] && benchmarks.TryGetValue(name, out var benchmark))
{
    return benchmark(rest, Console.Out);
}

Console.WriteLine($"usage: benchmarks {string.Join('|', benchmarks.Keys)} [options]");
return 2;
