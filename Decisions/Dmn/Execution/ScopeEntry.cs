using Platform.Decisions.Feel;

namespace Platform.Decisions.Dmn.Execution;

/// <summary>A name that the logic of a node sees: a required node, or the context that stands for an import.</summary>
internal abstract record ScopeEntry(string Name)
{
    internal abstract FeelValue Value(Frame frame);

    /// <summary>The scope that holds the values of these entries.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="frame">Where their values come from.</param>
    /// <param name="outer">What is seen behind them; null for nothing.</param>
    internal static RunScope Open(IReadOnlyList<ScopeEntry> entries, Frame frame, RunScope? outer = null)
    {
        if (entries.Count == 0)
        {
            return outer ?? RunScope.Empty;
        }

        var scope = new RunScope(outer, entries.Count);
        foreach (var entry in entries)
        {
            scope.Add(entry.Name, entry.Value(frame));
        }

        return scope;
    }

    /// <summary>A node of this model, or of one that is imported without a prefix.</summary>
    internal sealed record Node(GraphNode Target) : ScopeEntry(Target.Variable)
    {
        internal override FeelValue Value(Frame frame) => frame.Get(Target);
    }

    /// <summary>The required nodes of an imported model, under its prefix.</summary>
    internal sealed record Import(string Prefix, IReadOnlyList<ScopeEntry> Entries) : ScopeEntry(Prefix)
    {
        internal override FeelValue Value(Frame frame) =>
            new FeelContext([.. Entries.Select(e => KeyValuePair.Create(e.Name, e.Value(frame)))]);
    }
}
