using Platform.Decisions.Feel;
using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution;

/// <summary>The working set of one step: state so far, facts and effects so far, and the tokens still moving. Lives only inside one call of the interpreter.</summary>
internal sealed class StepRun(ProcessGraph graph, InstanceState state, World world)
{
    private readonly List<ProcessEvent> facts = new(8);
    private readonly List<Effect> effects = new(4);
    private readonly Stack<long> ready = new();
    private FeelOptions? feel;

    internal ProcessGraph Graph { get; } = graph;

    internal World World { get; } = world;

    internal InstanceState State { get; private set; } = state;

    /// <summary>Elements that may still be entered in this step.</summary>
    internal int Budget { get; private set; } = world.StepBudget;

    /// <summary>Whether a condition may have changed its answer since conditions were last looked at.</summary>
    internal bool ConditionsMayHaveChanged { get; set; }

    /// <summary>How to evaluate FEEL in this step; today() is the local day.</summary>
    internal FeelOptions Feel => feel ??= new FeelOptions { Now = World.Now.ToOffset(World.Offset) };

    internal bool IsRunning => State.Status == InstanceStatus.Running;

    /// <summary>Puts a fact on record and folds it into the state.</summary>
    internal void Record(ProcessEvent fact)
    {
        facts.Add(fact);
        State = State.Apply(Graph, fact);
    }

    internal void Order(Effect effect) => effects.Add(effect);

    /// <summary>Lets a token move on within this step, before those that already may.</summary>
    internal void MakeReady(long tokenId) => ready.Push(tokenId);

    /// <summary>The next token that may move; tokens that were cancelled meanwhile are passed over.</summary>
    internal Token? NextReady()
    {
        while (ready.TryPop(out long id))
        {
            if (State.FindToken(id) is { Status: TokenStatus.Ready } token)
            {
                Budget--;
                return token;
            }
        }
        return null;
    }

    internal Node NodeOf(Token token) => Graph.Nodes[token.NodeIndex];

    internal IFeelScope VariablesAt(Token token) => new VariableScope(State, token.VariableScopeId);

    /// <summary>Why a token that is still there got stuck; null when none is.</summary>
    internal Problem? StuckProblem()
    {
        foreach (var fact in facts)
        {
            if (fact is ProcessEvent.IncidentRaised incident
                && State.FindToken(incident.TokenId) is { Status: TokenStatus.Incident or TokenStatus.LeaveIncident })
            {
                return new Problem(incident.Code, incident.Message);
            }
        }
        return null;
    }

    internal Step ToStep() => new()
    {
        State = State,
        Facts = [.. facts],
        Effects = [.. effects],
    };
}
