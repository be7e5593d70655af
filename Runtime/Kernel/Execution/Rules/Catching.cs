using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution.Rules;

/// <summary>An event that catches what was thrown.</summary>
/// <param name="Event">The boundary event, or the start event of an event sub-process.</param>
/// <param name="TokenId">Token at whose border it stands; 0 for an event sub-process.</param>
/// <param name="ScopeId">Scope it stands in.</param>
internal sealed record Caught(Node Event, long TokenId, long ScopeId);

/// <summary>
/// Finds who catches an error or escalation: level by level outwards, on each level first the event sub-processes, then the border of
/// the sub-process; an exact code before an event that catches every code.
/// </summary>
internal static class Catching
{
    /// <summary>Looks at the border of an activity first, then around it.</summary>
    internal static Caught? Find(StepRun run, Token activity, EventKind kind, string code)
    {
        var boundary = Best(run.NodeOf(activity).Boundaries, kind, code);
        return boundary is null
            ? FindAround(run, activity, kind, code)
            : new Caught(boundary, activity.Id, activity.ScopeId);
    }

    /// <summary>Looks on the level of a token, then outwards.</summary>
    internal static Caught? FindAround(StepRun run, Token token, EventKind kind, string code)
    {
        var node = run.NodeOf(token);
        // What an event sub-process throws leaves its level: it is not caught by its neighbours or itself.
        var start = node.Kind == ElementKind.EventSubProcess
            ? null
            : Best(node.Parent.EventSubProcesses.Select(s => s.Inner!.StartEvents[0]), kind, code);
        if (start is not null)
        {
            return new Caught(start, 0, token.ScopeId);
        }
        var scope = run.State.FindScope(token.ScopeId)!;
        return run.State.FindToken(scope.OwnerTokenId) is { } owner
            ? Find(run, BoundaryEvents.WholeOf(run.State, owner), kind, code)
            : null;
    }

    private static Node? Best(IEnumerable<Node> events, EventKind kind, string code)
    {
        Node? any = null;
        foreach (var node in events)
        {
            var plan = node.Event!;
            if (plan.Kind != kind)
            {
                continue;
            }
            if (plan.Code == code)
            {
                return node;
            }
            if (plan.Code is null)
            {
                any ??= node;
            }
        }
        return any;
    }
}
