using System.Collections.Immutable;
using Platform.Designer.Conditions;
using Platform.Kernel.Model;

namespace Platform.Designer.Simple;

/// <summary>Looks backwards in a process: which steps come before an element, and how those right before it may end. Reads the process once.</summary>
public sealed class OutcomeSources
{
    private readonly Dictionary<string, FlowNode> nodes = [];
    private readonly Dictionary<string, SequenceFlow> flows = [];
    private readonly Dictionary<string, string> scopes = [];
    private readonly ILookup<string, string> entering;

    /// <summary>Reads a process.</summary>
    /// <param name="process">A process of any shape.</param>
    public OutcomeSources(ProcessDefinition process)
    {
        ArgumentNullException.ThrowIfNull(process);
        Collect(process.FlowElements, null);
        entering = flows.Values.ToLookup(f => f.TargetRef, f => f.SourceRef);
    }

    /// <summary>All elements that are passed through.</summary>
    public IEnumerable<FlowNode> Nodes => nodes.Values;

    /// <summary>The elements that work may have passed through before it reaches an element, the nearest first; those around its sub-process included.</summary>
    /// <param name="elementId">An element or a sequence flow; what does not exist has none.</param>
    public IReadOnlyList<FlowNode> EarlierThan(string elementId)
    {
        List<FlowNode> found = [];
        HashSet<string> seen = [];
        Queue<string> open = new(flows.TryGetValue(elementId, out SequenceFlow? flow) ? [flow.SourceRef] : Before(elementId));
        while (open.TryDequeue(out string? id))
        {
            if (!seen.Add(id) || !nodes.TryGetValue(id, out FlowNode? node))
            {
                continue;
            }

            found.Add(node);
            foreach (string before in Before(id))
            {
                open.Enqueue(before);
            }
        }

        return found;
    }

    /// <summary>The outcomes that a condition can ask for: those of the steps right before a gateway or a flow that leaves it.</summary>
    /// <param name="elementId">The gateway, or a flow that leaves it.</param>
    /// <param name="outcomesOf">The outcomes of a step: stated ones, else its activity's.</param>
    public ImmutableArray<ConditionChoice> OutcomesBefore(string elementId, Func<ActivityNode, IEnumerable<ConditionChoice>> outcomesOf)
    {
        ArgumentNullException.ThrowIfNull(outcomesOf);
        HashSet<string> seen = [];
        List<ConditionChoice> found = [];
        Stack<string> open = new(flows.TryGetValue(elementId, out SequenceFlow? flow) ? [flow.SourceRef] : entering[elementId]);
        while (open.TryPop(out string? id))
        {
            if (!seen.Add(id) || !nodes.TryGetValue(id, out FlowNode? node))
            {
                continue;
            }

            ConditionChoice[] outcomes = node is ActivityNode step ? [.. outcomesOf(step)] : [];
            found.AddRange(outcomes);

            // What the platform does by itself leaves the outcome of the step before as it was.
            foreach (string before in outcomes.Length > 0 || node is UserTask ? [] : Before(id))
            {
                open.Push(before);
            }
        }

        return [.. found.DistinctBy(c => c.Value)];
    }

    /// <summary>What leads to an element: flows, the step that an event is attached to, and into a sub-process what leads to it from outside.</summary>
    private IEnumerable<string> Before(string id) => nodes.GetValueOrDefault(id) switch
    {
        BoundaryEvent boundary => [boundary.AttachedToRef],
        StartEvent when scopes.TryGetValue(id, out string? around) => Before(around),
        _ => entering[id],
    };

    private void Collect(IEnumerable<FlowElement> elements, string? around)
    {
        foreach (FlowElement element in elements)
        {
            if (element is SequenceFlow flow)
            {
                flows.TryAdd(flow.Id, flow);
            }

            if (element is not FlowNode node)
            {
                continue;
            }

            nodes.TryAdd(node.Id, node);
            if (around is not null)
            {
                scopes.TryAdd(node.Id, around);
            }

            if (node is SubProcess sub)
            {
                Collect(sub.FlowElements, sub.Id);
            }
        }
    }
}
