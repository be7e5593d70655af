using Platform.Decisions.Dmn.Boxes;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Dmn.Execution;

/// <summary>An element of the requirements graph, ready to be evaluated. Nodes are shared by all runs and never change after compiling.</summary>
internal abstract class GraphNode(int index, string name, string variable)
{
    internal int Index => index;

    /// <summary>The element's name, for warnings and traces.</summary>
    internal string Name => name;

    /// <summary>The name under which others see the value.</summary>
    internal string Variable => variable;

    /// <summary>Type of the value; null means <c>Any</c>.</summary>
    internal FeelType? Type { get; set; }

    internal abstract FeelValue Evaluate(Frame frame);
}

/// <summary>Input data: taken from what the caller supplied.</summary>
internal sealed class InputNode(int index, string name, string variable, IReadOnlyList<string> path) : GraphNode(index, name, variable)
{
    /// <summary>The way to the value through the contexts that stand for imports; the last name is the variable.</summary>
    internal IReadOnlyList<string> Path => path;

    internal override FeelValue Evaluate(Frame frame)
    {
        var value = Find(frame.Inputs);
        if (value is null or FeelNull)
        {
            frame.Run.Trace.NullInput(Name);
            return FeelValue.Null;
        }

        return frame.Run.Coerce(value, Type, Name);
    }

    private FeelValue? Find(FeelContext? inputs)
    {
        FeelValue? value = inputs;
        foreach (var step in path)
        {
            value = value is FeelContext context && context.TryGet(step, out var next) ? next : null;
        }

        return value;
    }
}

/// <summary>A decision.</summary>
internal sealed class DecisionNode(int index, string name, string variable, string? id) : GraphNode(index, name, variable)
{
    internal IReadOnlyList<ScopeEntry> Requirements
    {
        get;
        set
        {
            field = value;
            RequiredDecisions = [.. value.SelectMany(Decisions)];
        }
    }

    = [];

    /// <summary>The decisions among the requirements, those of imports included.</summary>
    internal IReadOnlyList<DecisionNode> RequiredDecisions { get; private set; } = [];

    internal BoxNode? Logic { get; set; }

    /// <summary>True for a decision of the root model, which sees inputs that nothing declares.</summary>
    internal bool SeesUndeclared { get; set; }

    internal override FeelValue Evaluate(Frame frame)
    {
        var scope = ScopeEntry.Open(Requirements, frame, SeesUndeclared ? frame.Undeclared : null);
        var outer = frame.Run.Trace.Begin();
        if (Logic is null)
        {
            frame.Run.Warn("dmn.no-logic", Name, "决策没有内容", "the decision has no logic");
        }

        var value = Logic is null ? FeelValue.Null : frame.Run.Coerce(Logic.Evaluate(scope, frame.Run), Type, Name);
        frame.Run.Trace.End(outer, id, Name, value);
        return value;
    }

    private static IEnumerable<DecisionNode> Decisions(ScopeEntry entry) => entry switch
    {
        ScopeEntry.Node { Target: DecisionNode decision } => [decision],
        ScopeEntry.Import import => import.Entries.SelectMany(Decisions),
        _ => [],
    };
}

/// <summary>A business knowledge model: its value is a function.</summary>
internal sealed class KnowledgeNode(int index, string name, string variable) : GraphNode(index, name, variable)
{
    internal IReadOnlyList<ScopeEntry> Requirements { get; set; } = [];

    internal FunctionBox? Logic { get; set; }

    /// <summary>Type of what the function gives; null means <c>Any</c>.</summary>
    internal FeelType? ResultType { get; set; }

    internal override FeelValue Evaluate(Frame frame)
    {
        if (Logic is null)
        {
            frame.Run.Warn("dmn.no-logic", Name, "业务知识模型没有内容", "the business knowledge model has no logic");
            return FeelValue.Null;
        }

        // The function sees its requirements only when called, so that models may call each other and themselves.
        RunScope? scope = null;
        return Logic.Function(Name, () => scope ??= ScopeEntry.Open(Requirements, frame), frame.Run, ResultType);
    }
}

/// <summary>A decision service: its value is a function whose parameters are the input data, then the input decisions.</summary>
internal sealed class ServiceNode(int index, string name, string variable) : GraphNode(index, name, variable)
{
    internal IReadOnlyList<GraphNode> Parameters { get; set; } = [];

    internal IReadOnlyList<GraphNode> Outputs { get; set; } = [];

    /// <summary>Number of nodes of the whole graph, known when all models are compiled.</summary>
    internal int NodeCount { get; set; }

    /// <summary>Type of what the service gives; null means <c>Any</c>.</summary>
    internal FeelType? ResultType { get; set; }

    internal override FeelValue Evaluate(Frame frame) => FeelFunction.Of(
        Name,
        [.. Parameters.Select(p => new FeelParameter(p.Variable, p.Type ?? FeelType.Any))],
        ResultType ?? FeelType.Any,
        (_, arguments) => Call(arguments, frame.Run));

    /// <summary>Evaluates the outputs with these values for the parameters: one output gives its value, several a context.</summary>
    internal FeelValue Call(IReadOnlyList<FeelValue> arguments, DecisionRun run)
    {
        // A frame has a place for every node of the graph; a call in a loop must pay for that.
        run.Session.Spend(1 + (NodeCount / 16));
        var frame = new Frame(run, NodeCount, inputs: null);
        for (var i = 0; i < Parameters.Count; i++)
        {
            frame.Preset(Parameters[i], arguments[i]);
        }

        return Outputs.Count == 1
            ? frame.Get(Outputs[0])
            : new FeelContext([.. Outputs.Select(o => KeyValuePair.Create(o.Variable, frame.Get(o)))]);
    }
}
