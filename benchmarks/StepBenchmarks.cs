using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Platform.Kernel.Execution;
using Platform.Kernel.Graph;
using Platform.KernelTesting;

namespace Platform.Benchmarks;

/// <summary>Steps of the kernel alone, without database: what completing one human task costs until the next one is ordered.</summary>
[MemoryDiagnoser]
public class StepBenchmarks
{
    private readonly World _world = new() { Now = ProcessRun.Morning };
    private ProcessGraph _row = Compile(Row());
    private ProcessGraph _wide = Compile(Wide());
    private InstanceState _atTask = InstanceState.Replay(Compile(Row()), []);
    private InstanceState _inBranches = InstanceState.Replay(Compile(Wide()), []);
    private Trigger _plain = new Trigger.SetVariables();
    private Trigger _withData = new Trigger.SetVariables();
    private Trigger _branch = new Trigger.SetVariables();

    /// <summary>Brings both instances to their fifth task.</summary>
    [GlobalSetup]
    public void Start()
    {
        _row = Compile(Row());
        _atTask = Begin(_row, 4);
        long token = _atTask.Tokens[0].Id;
        _plain = new Trigger.ResumeToken { TokenId = token };
        _withData = new Trigger.ResumeToken { TokenId = token, Outcome = "agree", Variables = ProcessRun.Values(("opinion", "同意办理"), ("amount", 12)) };
        _wide = Compile(Wide());
        _inBranches = Begin(_wide, 0);
        _branch = new Trigger.ResumeToken { TokenId = _inBranches.Tokens[0].Id };
    }

    /// <summary>User task to user task; 300 bytes of variables, none changed.</summary>
    [Benchmark(Baseline = true)]
    public Step Task_to_task() => Interpreter.Run(_row, _atTask, _plain, _world);

    /// <summary>The same, with an outcome and two variables set.</summary>
    [Benchmark]
    public Step Task_to_task_with_results() => Interpreter.Run(_row, _atTask, _withData, _world);

    /// <summary>User task into a parallel join, with nineteen other branches open.</summary>
    [Benchmark]
    public Step One_of_twenty_branches_to_the_join() => Interpreter.Run(_wide, _inBranches, _branch, _world);

    /// <summary>Start of an instance up to its first task.</summary>
    [Benchmark]
    public Step Start_to_first_task() => Interpreter.Run(_row, null, new Trigger.StartProcess(), _world);

    /// <summary><c>step</c>: a quick figure by stopwatch; <c>step --full</c>: BenchmarkDotNet, in this process.</summary>
    internal static int Run(string[] args, TextWriter output)
    {
        if (args.Contains("--full"))
        {
            var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithIterationCount(10).WithToolchain(InProcessNoEmitToolchain.Instance));
            var summary = BenchmarkRunner.Run<StepBenchmarks>(config, [.. args.Where(a => a != "--full")]);
            return summary.HasCriticalValidationErrors ? 1 : 0;
        }
        var benchmark = new StepBenchmarks();
        benchmark.Start();
        Measure(output, "task to task", benchmark.Task_to_task);
        Measure(output, "task to task with results", benchmark.Task_to_task_with_results);
        Measure(output, "one of twenty branches to the join", benchmark.One_of_twenty_branches_to_the_join);
        Measure(output, "start to first task", benchmark.Start_to_first_task);
        return 0;
    }

    private static void Measure(TextWriter output, string name, Func<Step> step)
    {
        const int Rounds = 20;
        const int Steps = 20_000;
        double best = double.MaxValue;
        long bytes = 0;
        for (int round = 0; round < Rounds; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < Steps; i++)
            {
                step();
            }
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMicroseconds / Steps);
            bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / Steps;
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-36} {best,7:0.00} µs  {bytes,6} B"));
    }

    private static InstanceState Begin(ProcessGraph graph, int completed)
    {
        var world = new World { Now = ProcessRun.Morning };
        var variables = ProcessRun.Values(
            ("caseNumber", "QY-2026-000123"), ("ledger", "群众诉求"), ("title", "城关镇东街路灯不亮"), ("unit", "住房和城乡建设局"),
            ("urgent", false), ("rating", 5), ("contact", "139****0000"), ("summary", "东街三号至十五号路灯连续三晚不亮，请尽快维修。"));
        var state = Interpreter.Run(graph, null, new Trigger.StartProcess { Variables = variables }, world).State;
        for (int i = 0; i < completed; i++)
        {
            state = Interpreter.Run(graph, state, new Trigger.ResumeToken { TokenId = state.Tokens[0].Id }, world).State;
        }
        return state;
    }

    private static ProcessGraph Compile(ProcessBuilder builder) => ProcessRun.Compile(builder);

    private static ProcessBuilder Row() =>
        new ProcessBuilder().Start().User("t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8", "t9").End();

    private static ProcessBuilder Wide()
    {
        var builder = new ProcessBuilder().Start().Parallel("fork").User("b0").Parallel("join").End();
        for (int i = 1; i < 20; i++)
        {
            builder.From("fork").User($"b{i}").To("join");
        }
        return builder;
    }
}
