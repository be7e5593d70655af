using Platform.Decisions.Feel;
using Platform.Kernel.Graph;

namespace Platform.Runtime.Definitions;

/// <summary>Looks along the flows for what people see next: the nearest tasks and ends behind gateways.</summary>
internal static class NextSteps
{
    private const int Most = 4;

    /// <summary>A sentence about what follows an element whatever is decided at it; empty when that depends on the decision.</summary>
    public static string After(Node node) => Reachable(node, null) switch
    {
        ({ Count: 0 }, true) => "办结后流程结束",
        ({ Count: 0 }, false) => "办结后等待后续安排",
        ({ Count: 1 } names, false) => $"办结后进入“{names[0]}”",
        _ => "",
    };

    /// <summary>A sentence about what follows an element as things stand: with the values known now and the outcome among them.</summary>
    public static string After(Node node, IFeelScope now) => Reachable(node, now) switch
    {
        ({ Count: 0 }, true) => "办结后流程结束",
        ({ Count: 0 }, false) => "办结后等待后续安排",
        ({ Count: > 0 } names, false) => $"办结后进入{Listed(names)}",
        ({ } names, true) => $"办结后进入{Listed(names)}，或者结束",
    };

    private static string Listed(List<string> names) =>
        string.Concat(names.Take(Most).Select(n => $"“{n}”")) + (names.Count > Most ? "等" : "");

    private static (List<string> Names, bool Ends) Reachable(Node from, IFeelScope? now)
    {
        var names = new List<string>();
        var ends = false;
        var seen = new HashSet<int>();
        var open = new Queue<Node>(Following(from, now));
        while (open.TryDequeue(out var node))
        {
            if (!seen.Add(node.Index))
            {
                continue;
            }

            if (node.Inner is { } inner)
            {
                Enqueue(open, inner.StartEvents);
            }
            else if (node.IsActivity && node.Kind is not (ElementKind.ScriptTask or ElementKind.BusinessRuleTask))
            {
                names.Add(node.Label);
            }
            else if (node.Kind is ElementKind.EndEvent && node.Parent.Owner is null)
            {
                ends = true;
            }
            else if (node.Kind is not ElementKind.CatchEvent)
            {
                // What lies behind a timer or a message comes later, not next.
                Enqueue(open, Following(node, now));
            }
        }

        return ([.. names.Distinct()], ends);
    }

    /// <summary>The targets of a node's flows; the end of a sub-process leads to what follows the sub-process.</summary>
    private static IEnumerable<Node> Following(Node node, IFeelScope? now)
    {
        if (!node.Outgoing.IsEmpty)
        {
            return (now is null ? node.Outgoing : Taken(node, now)).Select(f => f.Target);
        }

        return node.Parent.Owner is { } owner ? Following(owner, now) : [];
    }

    /// <summary>The flows that would be taken now; all of them where no condition decides.</summary>
    private static IEnumerable<Flow> Taken(Node node, IFeelScope now)
    {
        if (node.Outgoing.All(f => f.Condition is null))
        {
            return node.Outgoing;
        }

        List<Flow> hold = [.. node.Outgoing.Where(f => f != node.Default && (f.Condition is null || f.Condition.Evaluate(now).Value == FeelBoolean.True))];
        return (hold, node) switch
        {
            ({ Count: > 0 }, { Kind: ElementKind.ExclusiveGateway }) => hold.Take(1),
            ({ Count: > 0 }, _) => hold,
            (_, { Default: { } otherwise }) => [otherwise],
            _ => node.Outgoing,
        };
    }

    private static void Enqueue(Queue<Node> open, IEnumerable<Node> nodes)
    {
        foreach (var node in nodes)
        {
            open.Enqueue(node);
        }
    }
}
