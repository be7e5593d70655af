namespace Platform.Kernel.Graph.Checks;

/// <summary>
/// Follows the tokens of one level through every choice, without data: which joins fire, which wait for a flow that nothing comes from
/// any more, and where two tokens meet that nothing joins (BPMN 2.0.2 §13.4). Conditions are taken for independent of each other.
/// Elements do not disturb one another, so at each moment only the foremost one that can move is moved, in all its ways: that finds every
/// way to get stuck without looking at every order in which branches may run.
/// </summary>
internal sealed class TokenWalk
{
    /// <summary>How many moments are looked at before the walk gives up.</summary>
    private const int MostMoments = 20_000;

    private readonly TokenMoves moves;
    private readonly HashSet<string> seen = [];
    private readonly Stack<string> open = new();

    private TokenWalk(GraphScope scope) => moves = new TokenMoves(scope);

    /// <summary>Whether every moment was looked at; otherwise what was found holds, but nothing is known of what was not.</summary>
    internal bool IsWhole { get; private set; } = true;

    /// <summary>Joins that fire at least once.</summary>
    internal HashSet<Node> Fired { get; } = [];

    /// <summary>Flows into joins that were still waited for when nothing could move any more.</summary>
    internal HashSet<Flow> Missed { get; } = [];

    /// <summary>Elements that two tokens came to by different flows at once.</summary>
    internal HashSet<Node> Doubled { get; } = [];

    /// <summary>Walks a level from each of its starts.</summary>
    internal static TokenWalk Of(GraphScope scope)
    {
        var walk = new TokenWalk(scope);
        foreach (var start in scope.StartEvents.IsEmpty ? scope.Entries : scope.StartEvents)
        {
            walk.Come(TokenMoves.Marking([walk.moves.PlaceAt(start)]));
        }
        walk.Run();
        return walk;
    }

    private void Run()
    {
        while (open.TryPop(out string? moment))
        {
            if (seen.Count > MostMoments)
            {
                IsWhole = false;
                return;
            }
            if (moves.Foremost(moment) is { } node)
            {
                Move(moment, node);
            }
            else
            {
                Missed.UnionWith(moves.WaitedFor(moment));
            }
        }
    }

    private void Move(string moment, Node node)
    {
        var taken = moves.At(moment, node);
        if (TokenMoves.IsJoin(node))
        {
            Fired.Add(node);
        }
        else if (taken.Length > 1)
        {
            Doubled.Add(node);
        }
        string rest = string.Concat(moment.Where(place => !taken.Contains(place)));
        foreach (var way in moves.Ways(node))
        {
            Come(way is null ? "" : TokenMoves.Marking(rest.Concat(way)));
        }
    }

    private void Come(string moment)
    {
        if (moment.Length > 0 && seen.Add(moment))
        {
            open.Push(moment);
        }
    }
}
