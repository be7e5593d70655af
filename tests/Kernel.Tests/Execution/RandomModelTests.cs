using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Platform.Kernel.Execution;
using Platform.Kernel.Graph;
using Platform.KernelTesting;

namespace Platform.Kernel.Tests.Execution;

/// <summary>
/// Random models and random completions: approval-operations.md §5.1, 5.2, 5.3, 5.6 and 5.7, as far as they speak of processes without
/// operations. <see cref="ProcessRun"/> checks 5.1 and 5.6 after every single command.
/// </summary>
public sealed class RandomModelTests
{
    private const int MostCommands = 400;

    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(ModelsPerTest()).WithEndSize(40);

    [Fact]
    public void Completing_whatever_is_open_always_ends_a_structured_model() =>
        Check.One(Runs, Prop.ForAll(Arb.From(RandomModel.Blocks, RandomModel.Shrink), Arb.From(Choices), (block, choices) =>
        {
            var run = Play(block, choices);

            return run.IsCompleted.Label($"{block}\nended as {run.State.Status} with {run.Incidents}\n{StateText.Of(run.State)}");
        }));

    [Fact]
    public void A_join_fires_at_most_once_per_fork_activation() =>
        Check.One(Runs, Prop.ForAll(Arb.From(RandomModel.Blocks, RandomModel.Shrink), Arb.From(Choices), (block, choices) =>
        {
            var run = Play(block, choices);
            var lineages = run.Facts.OfType<ProcessEvent.TokenEntered>().Select(f => f.Token)
                .Concat(run.Facts.OfType<ProcessEvent.JoinFired>().Select(f => f.Token))
                .ToDictionary(t => t.Id, t => t.Lineage);

            var firings = run.Facts.OfType<ProcessEvent.JoinFired>()
                .Where(f => f.Consumed.Length > 1)
                .Select(f => (f.Token.NodeIndex, lineages[f.Consumed[0]][^1].Fork))
                .ToList();

            return (firings.Distinct().Count() == firings.Count).Label($"{block}");
        }));

    [Fact]
    public void Equal_commands_give_equal_facts() =>
        Check.One(Runs, Prop.ForAll(Arb.From(RandomModel.Blocks, RandomModel.Shrink), Arb.From(Choices), (block, choices) =>
        {
            var first = Play(block, choices);
            var second = Play(block, choices);

            return Transcript.Of(first.Instance.Graph, first.Facts) == Transcript.Of(second.Instance.Graph, second.Facts);
        }));

    [Fact]
    public void Rounds_count_every_activation_of_a_task() =>
        Check.One(Runs, Prop.ForAll(Arb.From(RandomModel.Blocks, RandomModel.Shrink), Arb.From(Choices), (block, choices) =>
        {
            var run = Play(block, choices);
            var graph = run.Instance.Graph;
            // A sub-process that is opened again to be undone is not activated anew; instances of a loop share their round.
            var entered = run.Facts.OfType<ProcessEvent.TokenEntered>().Select(f => f.Token)
                .Where(t => t.CompensatesFor == 0 || graph.Nodes[t.NodeIndex].IsForCompensation)
                .CountBy(t => t.NodeIndex)
                .ToDictionary();

            return run.State.Rounds.All(r => graph.Nodes[r.NodeIndex].Loop is not null || r.Count == entered[r.NodeIndex])
                .Label($"{block}");
        }));

    [Fact]
    public void Any_wiring_of_elements_keeps_the_state_sound() =>
        Check.One(Runs.WithMaxTest(2 * ModelsPerTest()), Prop.ForAll(Arb.From(RandomModel.Wirings), Arb.From(Choices), (wiring, choices) =>
        {
            // Such a model may starve or get stuck; what must hold is checked after every command.
            PlayAny(GraphCompiler.Compile(wiring.ToModel().Build(), "p").Graph, choices);
            return true;
        }));

    [Fact]
    public void Whatever_gets_stuck_at_a_join_was_pointed_out() =>
        Check.One(Runs.WithMaxTest(10 * ModelsPerTest()), Prop.ForAll(Arb.From(RandomModel.Wirings), Arb.From(Choices), (wiring, choices) =>
        {
            var compiled = GraphCompiler.Compile(wiring.ToModel().Build(), "p");

            var run = PlayAny(compiled.Graph, choices);

            bool isStuck = run is { Incidents: "", State.Status: InstanceStatus.Running } && !Open(run).Any();
            return (!isStuck || compiled.Issues.Any(i => i.Code is "bpmn.join-can-starve" or "bpmn.ends-before-join"))
                .Label($"{string.Join(' ', wiring.Kinds)} : {string.Join(' ', wiring.Flows)}");
        }));

    /// <summary>100, or what RANDOM_MODELS says, for a long night.</summary>
    private static int ModelsPerTest() =>
        int.TryParse(Environment.GetEnvironmentVariable("RANDOM_MODELS"), CultureInfo.InvariantCulture, out int models) ? models : 100;

    private static Gen<int[]> Choices => Gen.ArrayOf(Gen.Choose(0, 1000), 24);

    /// <summary>Plays a model of any shape for a while; null when it is refused or does not start.</summary>
    private static ProcessRun? PlayAny(ProcessGraph? graph, int[] choices)
    {
        var host = new KernelHost(ProcessRun.Morning) { StepBudget = 200 };
        if (graph is null)
        {
            return null;
        }
        host.Deploy(graph);
        if (!host.Start("p", new Trigger.StartProcess()).IsSuccess)
        {
            return null;
        }
        var run = ProcessRun.Attach(host, host.Instances[0]);
        Finish(run, choices, 60);
        return run;
    }

    private static ProcessRun Play(Block block, int[] choices)
    {
        var run = ProcessRun.Of(RandomModel.ToModel(block), ("n", choices[0]));
        Finish(run, choices, MostCommands);
        return run;
    }

    /// <summary>Does one open thing after the other, in an order that the choices decide, until nothing is open.</summary>
    private static void Finish(ProcessRun run, int[] choices, int most)
    {
        var gone = new List<long>();
        for (int i = 0; i < most && run.State.Status == InstanceStatus.Running; i++)
        {
            var open = Open(run).ToList();
            if (open.Count == 0)
            {
                return;
            }
            var next = open[choices[i % choices.Length] % open.Count];
            run.Do(next);
            gone.AddRange(next is Trigger.ResumeToken done ? [done.TokenId] : []);
            if (i % 7 == 3 && run.State.Status == InstanceStatus.Running)
            {
                run.Refused(new Trigger.ResumeToken { TokenId = gone.Count > 0 ? gone[^1] : 1 });
            }
        }
    }

    private static IEnumerable<Trigger> Open(ProcessRun run) =>
        run.State.Tokens.Where(t => t.Status is TokenStatus.Task or TokenStatus.Work)
            .Select(t => (Trigger)new Trigger.ResumeToken { TokenId = t.Id })
            .Concat(run.State.Timers.Select(t => new Trigger.FireTimer { TimerId = t.Id }))
            .Concat(run.State.Subscriptions.Where(s => s.Kind == SubscriptionKind.Message)
                .Select(s => new Trigger.DeliverMessage { SubscriptionId = s.Id }));
}
