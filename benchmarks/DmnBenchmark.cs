using System.Diagnostics;
using System.Globalization;
using System.Text;
using Platform.Decisions.Dmn;
using Platform.Decisions.Feel;

namespace Platform.Benchmarks;

/// <summary>
/// <c>dmn [--rules N] [--seconds S]</c>: evaluations per second, on one thread, of a unique table with a text column of
/// 50 values, a number column of intervals and a text column of 2 values; and the memory that one evaluation allocates.
/// </summary>
internal static class DmnBenchmark
{
    private const int Categories = 50;
    private const int Areas = 2;

    internal static int Run(string[] args, TextWriter output)
    {
        var rules = Option(args, "--rules", 1000);
        var seconds = Option(args, "--seconds", 3);
        var started = Stopwatch.GetTimestamp();
        var read = DmnReader.Read(Table(rules));
        var decisions = CompiledDecisions.Compile(read.Model!).Decisions;
        output.WriteLine(Invariant($"{rules} rules read and compiled in {Stopwatch.GetElapsedTime(started).TotalMilliseconds:F0} ms"));

        var inputs = Inputs(rules);
        Measure(decisions, inputs, TimeSpan.FromSeconds(1));
        for (var round = 1; round <= 3; round++)
        {
            var (perSecond, bytes, matched) = Measure(decisions, inputs, TimeSpan.FromSeconds(seconds));
            output.WriteLine(Invariant($"round {round}: {perSecond:F0} evaluations/s, {bytes} bytes per evaluation, {matched:P0} matched"));
        }

        return 0;
    }

    private static (double PerSecond, long Bytes, double Matched) Measure(CompiledDecisions decisions, FeelContext[] inputs, TimeSpan length)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        long count = 0;
        long matched = 0;
        while (Stopwatch.GetElapsedTime(started) < length)
        {
            foreach (var input in inputs)
            {
                matched += decisions.EvaluateDecision("派单", input).Value.IsNull ? 0 : 1;
            }

            count += inputs.Length;
        }

        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return (count / elapsed, (GC.GetAllocatedBytesForCurrentThread() - before) / count, (double)matched / count);
    }

    private static FeelContext[] Inputs(int rules)
    {
        var random = new Random(1);
        return
        [
            .. Enumerable.Range(0, 500).Select(_ => new FeelContext(
            [
                new("类别", FeelValue.Of(Invariant($"类别{random.Next(Categories)}"))),
                new("人数", FeelValue.Of((long)random.Next(rules * 10 / Categories / Areas))),
                new("区划", FeelValue.Of(Invariant($"区划{random.Next(Areas)}"))),
            ])),
        ];
    }

    private static string Table(int rules)
    {
        var text = new StringBuilder("""
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="bench" namespace="urn:bench">
            <inputData id="a" name="类别"><variable name="类别" typeRef="string"/></inputData>
            <inputData id="b" name="人数"><variable name="人数" typeRef="number"/></inputData>
            <inputData id="c" name="区划"><variable name="区划" typeRef="string"/></inputData>
            <decision id="d" name="派单"><variable name="派单" typeRef="string"/>
            <informationRequirement><requiredInput href="#a"/></informationRequirement>
            <informationRequirement><requiredInput href="#b"/></informationRequirement>
            <informationRequirement><requiredInput href="#c"/></informationRequirement>
            <decisionTable hitPolicy="UNIQUE">
            <input><inputExpression typeRef="string"><text>类别</text></inputExpression></input>
            <input><inputExpression typeRef="number"><text>人数</text></inputExpression></input>
            <input><inputExpression typeRef="string"><text>区划</text></inputExpression></input>
            <output typeRef="string"/>
            """);
        for (var i = 0; i < rules; i++)
        {
            var low = i / Categories / Areas * 10;
            text.Append(CultureInfo.InvariantCulture, $"""
                <rule><inputEntry><text>"类别{i % Categories}"</text></inputEntry><inputEntry><text>[{low}..{low + 10})</text></inputEntry>
                <inputEntry><text>"区划{i / Categories % Areas}"</text></inputEntry><outputEntry><text>"部门{i}"</text></outputEntry></rule>
                """);
        }

        return text.Append("</decisionTable></decision></definitions>").ToString();
    }

    private static int Option(string[] args, string name, int otherwise)
    {
        var position = Array.IndexOf(args, name);
        return position >= 0 && position + 1 < args.Length ? int.Parse(args[position + 1], CultureInfo.InvariantCulture) : otherwise;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
