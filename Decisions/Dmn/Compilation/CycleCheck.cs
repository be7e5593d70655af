using Platform.Decisions.Dmn.Boxes;
using Platform.Decisions.Dmn.Execution;
using Platform.Decisions.Dmn.Model;

namespace Platform.Decisions.Dmn.Compilation;

/// <summary>Finds decisions that need their own value (DMN 1.5 §6.3.7 forbids it) and makes them say so instead of running for ever.</summary>
internal sealed class CycleCheck(CompileIssues issues)
{
    private enum Mark
    {
        Open = 1,
        Done,
    }

    internal void Run(IReadOnlyList<ModelUnit> units)
    {
        var marks = new Dictionary<GraphNode, Mark>();
        foreach (var (element, node) in units.SelectMany(u => u.Nodes))
        {
            if (node is DecisionNode decision && !marks.ContainsKey(decision))
            {
                Walk(decision, element, marks);
            }
        }
    }

    // An explicit stack: a chain of decisions may be as long as the model.
    private void Walk(DecisionNode start, DrgElement element, Dictionary<GraphNode, Mark> marks)
    {
        var stack = new Stack<(DecisionNode Node, IEnumerator<DecisionNode> Next)>();
        Open(start);
        while (stack.TryPeek(out var top))
        {
            if (!top.Next.MoveNext())
            {
                marks[top.Node] = Mark.Done;
                stack.Pop();
            }
            else if (!marks.TryGetValue(top.Next.Current, out var mark))
            {
                Open(top.Next.Current);
            }
            else if (mark == Mark.Open)
            {
                Refuse(top.Next.Current, element);
            }
        }

        void Open(DecisionNode node)
        {
            marks[node] = Mark.Open;
            stack.Push((node, node.RequiredDecisions.GetEnumerator()));
        }
    }

    private void Refuse(DecisionNode node, DrgElement element)
    {
        issues.Error(element, "dmn.cycle", $"决策「{node.Name}」直接或间接依赖自己", $"decision '{node.Name}' requires itself");
        node.Requirements = [];
        node.Logic = new RefusedBox(node.Name, "dmn.cycle", "决策直接或间接依赖自己", "the decision requires itself");
    }
}
