using Platform.Kernel.Graph;

namespace Platform.Runtime.Definitions;

/// <summary>Looks along the flows for what people see next: the nearest tasks and ends behind gateways and passed events.</summary>
internal static class NextSteps
{
    private const int Most = 4;

    /// <summary>A sentence about what follows an element.</summary>
    public static string After(Node node)
    {
        var (names, ends) = Reachable(node);
        return (names.Count, ends) switch
        {
            (0, true) => "办结后流程结束",
            (0, false) => "办结后等待后续安排",
            (1, false) => $"办结后进入“{names[0]}”",
            (_, true) => $"办结后视情况进入{Listed(names)}，或结束",
            _ => $"办结后视情况进入{Listed(names)}",
        };
    }

    private static string Listed(List<string> names) =>
        string.Concat(names.Take(Most).Select(n => $"“{n}”")) + (names.Count > Most ? "等" : "");

    private static (List<string> Names, bool Ends) Reachable(Node from)
    {
        var names = new List<string>();
        var ends = false;
        var seen = new HashSet<int>();
        var open = new Queue<Node>(Following(from));
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
            else
            {
                Enqueue(open, Following(node));
            }
        }

        return (names, ends);
    }

    /// <summary>The targets of a node's flows; the end of a sub-process leads to what follows the sub-process.</summary>
    private static IEnumerable<Node> Following(Node node)
    {
        if (!node.Outgoing.IsEmpty)
        {
            return node.Outgoing.Select(f => f.Target);
        }

        return node.Parent.Owner is { } owner ? Following(owner) : [];
    }

    private static void Enqueue(Queue<Node> open, IEnumerable<Node> nodes)
    {
        foreach (var node in nodes)
        {
            open.Enqueue(node);
        }
    }
}
