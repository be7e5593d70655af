using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Platform.Decisions.Feel;

namespace Platform.Benchmarks;

/// <summary>
/// 200 mixed expressions: reading and evaluating them here and with feelin (npm), in the same run and on the same data.
/// Results are compared first, so that nobody is fast by being wrong.
/// </summary>
internal static class FeelBenchmarks
{
    /// <param name="args"><c>--rounds N</c>, default 50; <c>--no-baseline</c> to leave feelin out.</param>
    /// <param name="output">Where the figures go.</param>
    public static int Run(string[] args, TextWriter output)
    {
        var rounds = args is ["--rounds", var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : 50;
        var folder = FindFolder();
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expressions.json")));
        var scope = new FeelContextScope((FeelContext)ToFeel(file.RootElement.GetProperty("context")));
        var names = scope.Names.ToList();
        var texts = file.RootElement.GetProperty("expressions").EnumerateArray().Select(item => item.GetString()!).ToArray();
        var expressions = texts.Select(item => FeelExpression.Parse(item, names).Expression
            ?? throw new InvalidOperationException($"Expected an expression, but '{item}' is none.")).ToArray();

        using var baseline = args.Contains("--no-baseline") ? null : RunFeelin(folder, rounds);
        var differences = baseline is null ? 0 : Compare(texts, expressions, scope, baseline.RootElement.GetProperty("results"), output);

        var parse = Measure(texts.Length, rounds, () => Array.ForEach(texts, item => FeelExpression.Parse(item, names)));
        var evaluate = Measure(texts.Length, rounds, () => Array.ForEach(expressions, item => item.Evaluate(scope)));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts.Length} expressions, median of {rounds} rounds, microseconds and bytes per expression"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Shanzhi  parse {parse.Microseconds:0.00} us, {parse.Bytes:0} B   evaluate {evaluate.Microseconds:0.00} us, {evaluate.Bytes:0} B"));
        if (baseline is not null)
        {
            Report(baseline.RootElement, parse.Microseconds, evaluate.Microseconds, output);
        }
        return differences == 0 ? 0 : 1;
    }

    private static void Report(JsonElement baseline, double parse, double evaluate, TextWriter output)
    {
        var theirParse = baseline.GetProperty("parse").GetDouble();
        var theirBoth = baseline.GetProperty("both").GetDouble();
        // feelin has no way to keep what it has parsed: its evaluation is what remains after taking the parsing off.
        var theirEvaluate = theirBoth - theirParse;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"feelin   parse {theirParse:0.00} us   evaluate {theirEvaluate:0.00} us   (Node {baseline.GetProperty("node").GetString()})"));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"ratio    parse {theirParse / parse:0.0} x   evaluate {theirEvaluate / evaluate:0.0} x   parse and evaluate {theirBoth / (parse + evaluate):0.0} x"));
    }

    private static (double Microseconds, double Bytes) Measure(int count, int rounds, Action work)
    {
        for (var i = 0; i < rounds; i++)
        {
            work();
        }
        var times = new List<double>(rounds);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < rounds; i++)
        {
            var watch = Stopwatch.GetTimestamp();
            work();
            times.Add(Stopwatch.GetElapsedTime(watch).TotalMicroseconds / count);
        }
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)rounds / count;
        times.Sort();
        return (times[times.Count / 2], bytes);
    }

    private static int Compare(string[] texts, FeelExpression[] expressions, FeelContextScope scope, JsonElement theirs, TextWriter output)
    {
        var differences = 0;
        for (var i = 0; i < texts.Length; i++)
        {
            var ours = expressions[i].Evaluate(scope).Value;
            if (!Same(ours, theirs[i]))
            {
                differences++;
                output.WriteLine($"different: {texts[i]} gives {ours} here and {theirs[i].GetRawText()} there");
            }
        }
        output.WriteLine($"{texts.Length - differences} of {texts.Length} results agree");
        return differences;
    }

    private static bool Same(FeelValue ours, JsonElement theirs) => (ours, theirs.ValueKind) switch
    {
        (FeelNumber number, JsonValueKind.Number) => number.TryToDecimal(out var value)
            && Math.Abs((double)value - theirs.GetDouble()) <= 1e-9 * Math.Max(1, Math.Abs((double)value)),
        (FeelList list, JsonValueKind.Array) => list.Items.Count == theirs.GetArrayLength()
            && list.Items.Zip(theirs.EnumerateArray()).All(pair => Same(pair.First, pair.Second)),
        _ => ours.Equals(ToFeel(theirs)),
    };

    private static FeelValue ToFeel(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => FeelValue.Of(json.GetBoolean()),
        JsonValueKind.Number => FeelValue.Of(json.GetDecimal()),
        JsonValueKind.String => FeelValue.Of(json.GetString()),
        JsonValueKind.Array => FeelValue.Of(json.EnumerateArray().Select(ToFeel)),
        JsonValueKind.Object => new FeelContext(json.EnumerateObject().Select(entry => KeyValuePair.Create(entry.Name, ToFeel(entry.Value)))),
        _ => FeelValue.Null,
    };

    private static JsonDocument RunFeelin(string folder, int rounds)
    {
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            RunTool(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        }
        return JsonDocument.Parse(RunTool(folder, "node", "baseline.mjs", "expressions.json", rounds.ToString(CultureInfo.InvariantCulture)));
    }

    private static string RunTool(string folder, string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"Expected {tool} to start, but it did not.");
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? text : throw new InvalidOperationException($"Expected {tool} to succeed, but it ended with {process.ExitCode}.");
    }

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "benchmarks", "feelin");
            if (File.Exists(Path.Combine(candidate, "expressions.json")))
            {
                return candidate;
            }
        }
        throw new InvalidOperationException("Expected benchmarks/feelin above the program, but there is none.");
    }
}
