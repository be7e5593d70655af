using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution.Rules;

/// <summary>Counts what the members of a group decided (会签、票签), and tells as early as it is certain whether it passed.</summary>
internal static class GroupVotes
{
    private const string Agreed = "nrOfAgreed";
    private const string Opposed = "nrOfOpposed";
    private const string Abstained = "nrOfAbstained";
    private const string Vetoed = "nrOfVetoes";

    /// <summary>The counters of a group before anybody voted.</summary>
    internal static ImmutableDictionary<string, FeelValue> None { get; } =
        new[] { Agreed, Opposed, Abstained, Vetoed }.ToImmutableDictionary(name => name, _ => (FeelValue)FeelValue.Of(0L));

    /// <summary>Counts the outcome of a member.</summary>
    /// <returns>Whether the group has decided; never without votes.</returns>
    internal static bool Count(StepRun run, long loopId, VotePlan? plan, string? outcome, long total)
    {
        if (plan is null)
        {
            return false;
        }
        string counter = plan.VoteOf(outcome) switch
        {
            Vote.Agree => Agreed,
            Vote.Oppose => Opposed,
            Vote.Veto => Vetoed,
            _ => Abstained,
        };
        long before = MultiInstance.Read(run.State, loopId, counter);
        run.Record(new ProcessEvent.VariablesSet(loopId, ImmutableDictionary<string, FeelValue>.Empty.Add(counter, FeelValue.Of(before + 1))));
        run.ConditionsMayHaveChanged = true;
        return Verdict(run.State, loopId, plan, total) is not null;
    }

    /// <summary>What gateways ask after the group: passed, and the counts.</summary>
    internal static FeelValue Result(InstanceState state, long loopId, VotePlan plan)
    {
        long total = MultiInstance.Read(state, loopId, "nrOfInstances");
        return new FeelContext(
        [
            new("passed", FeelValue.Of(Verdict(state, loopId, plan, total) ?? false)),
            new("agreed", state.FindScope(loopId)!.Variables[Agreed]),
            new("opposed", FeelValue.Of(MultiInstance.Read(state, loopId, Opposed) + MultiInstance.Read(state, loopId, Vetoed))),
            new("abstained", state.FindScope(loopId)!.Variables[Abstained]),
            new("total", FeelValue.Of(total)),
        ]);
    }

    private static bool? Verdict(InstanceState state, long loopId, VotePlan plan, long total)
    {
        if (MultiInstance.Read(state, loopId, Vetoed) > 0)
        {
            return false;
        }
        long against = MultiInstance.Read(state, loopId, Opposed) + MultiInstance.Read(state, loopId, Abstained);
        return plan.Verdict(MultiInstance.Read(state, loopId, Agreed), against, total);
    }
}
