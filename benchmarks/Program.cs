using Platform.Benchmarks;
using Platform.Benchmarks.Designing;

// One line per benchmark; each lives in its own file and returns the process's exit code.
var benchmarks = new Dictionary<string, Func<string[], TextWriter, Task<int>>>(StringComparer.Ordinal)
{
    ["completions"] = Completions.RunAsync,
    ["deadlines"] = DeadlinesBenchmark.RunAsync,
    ["designer"] = DesignerBenchmark.RunAsync,
    ["dmn"] = Sync(DmnBenchmark.Run),
    ["feel"] = Sync(FeelBenchmarks.Run),
    ["step"] = Sync(StepBenchmarks.Run),
    ["inbox"] = InboxBenchmark.RunAsync,
    ["whatif"] = WhatIfBenchmark.RunAsync,
    ["xml"] = Sync(XmlBenchmarks.Run),
};

if (args is [var name, .. var rest] && benchmarks.TryGetValue(name, out var benchmark))
{
    return await benchmark(rest, Console.Out);
}

Console.WriteLine($"usage: benchmarks {string.Join('|', benchmarks.Keys)} [options]");
return 2;

static Func<string[], TextWriter, Task<int>> Sync(Func<string[], TextWriter, int> run) => (arguments, output) => Task.FromResult(run(arguments, output));
