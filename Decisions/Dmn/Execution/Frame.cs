using System.Runtime.CompilerServices;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Dmn.Execution;

/// <summary>Values of the graph's nodes during one run, or during one call of a decision service within it.</summary>
/// <param name="run">The run.</param>
/// <param name="nodeCount">Number of nodes of the whole compiled graph.</param>
/// <param name="inputs">What the caller supplied; null in a service, where every given value is set beforehand.</param>
/// <param name="undeclared">Those of the inputs that no input data declares.</param>
internal sealed class Frame(DecisionRun run, int nodeCount, FeelContext? inputs, RunScope? undeclared = null)
{
    private readonly FeelValue?[] _values = new FeelValue?[nodeCount];

    internal DecisionRun Run => run;

    internal FeelContext? Inputs => inputs;

    /// <summary>
    /// Inputs that the model does not declare. Tables of other tools often read variables of the process without
    /// declaring them as input data; decisions of the model itself see them behind everything else.
    /// </summary>
    internal RunScope? Undeclared => undeclared;

    /// <summary>Gives a node its value, so that it is not evaluated.</summary>
    internal void Preset(GraphNode node, FeelValue value) => _values[node.Index] = value;

    /// <summary>The node's value, evaluated when it is first asked for.</summary>
    internal FeelValue Get(GraphNode node)
    {
        if (_values[node.Index] is { } known)
        {
            return known;
        }

        if (node is DecisionNode { RequiredDecisions.Count: > 0 } decision)
        {
            Prepare(decision);
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            run.Warn("dmn.too-deep", node.Name, "决策之间的依赖过深，已停止计算", "requirements are nested too deep; evaluation stopped");
            return FeelValue.Null;
        }

        var value = node.Evaluate(this);
        _values[node.Index] = value;
        return value;
    }

    /// <summary>Evaluates the decisions that a decision requires, the farthest first, on a stack of our own: a chain may be as long as the model.</summary>
    private void Prepare(DecisionNode decision)
    {
        var open = new Stack<(DecisionNode Node, int Next)>();
        open.Push((decision, 0));
        while (open.TryPop(out var top))
        {
            var required = top.Node.RequiredDecisions;
            if (top.Next < required.Count)
            {
                open.Push((top.Node, top.Next + 1));
                if (_values[required[top.Next].Index] is null)
                {
                    open.Push((required[top.Next], 0));
                }
            }
            else if (top.Node != decision && _values[top.Node.Index] is null)
            {
                _values[top.Node.Index] = top.Node.Evaluate(this);
            }
        }
    }
}
