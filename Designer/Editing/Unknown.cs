using System.Collections.Immutable;
using Platform.Kernel.Model;

namespace Platform.Designer.Editing;

/// <summary>
/// Content that has no place in BPMN 2.0 and is kept word for word. Drawing programs drop it without a word, so it is carried
/// over from the model that they were given.
/// </summary>
internal static class Unknown
{
    /// <summary>The drawn model with what was kept word for word in the earlier one.</summary>
    /// <param name="earlier">The model that was given.</param>
    /// <param name="drawn">The model that came back.</param>
    internal static Definitions CarryOver(Definitions earlier, Definitions drawn)
    {
        Dictionary<string, FlowElement> known = earlier.Processes.SelectMany(p => Everything(p.FlowElements)).GroupBy(e => e.Id).ToDictionary(g => g.Key, g => g.First());
        Dictionary<string, RootElement> roots = earlier.RootElements.Where(r => r.Id is not null).GroupBy(r => r.Id!).ToDictionary(g => g.Key, g => g.First());
        HashSet<string?> there = [.. drawn.RootElements.Select(r => r.Id)];
        return drawn with
        {
            Extensions = Kept(earlier.Extensions, drawn.Extensions),
            ExtensionDeclarations = drawn.ExtensionDeclarations.IsEmpty ? earlier.ExtensionDeclarations : drawn.ExtensionDeclarations,
            RootElements =
            [
                .. drawn.RootElements.Select(r => Filled(r, roots, known)),
                .. earlier.RootElements.OfType<VerbatimRootElement>().Where(r => r.Id is null || !there.Contains(r.Id)),
            ],
        };
    }

    private static RootElement Filled(RootElement root, Dictionary<string, RootElement> roots, Dictionary<string, FlowElement> known)
    {
        RootElement kept = root.Id is { } id && roots.TryGetValue(id, out RootElement? old) && old.GetType() == root.GetType()
            ? root with { Extensions = Kept(old.Extensions, root.Extensions) }
            : root;
        return kept is ProcessDefinition process ? process with { FlowElements = Filled(process.FlowElements, known) } : kept;
    }

    private static ImmutableArray<FlowElement> Filled(ImmutableArray<FlowElement> elements, Dictionary<string, FlowElement> known) =>
    [
        .. elements.Select(e =>
        {
            FlowElement kept = known.TryGetValue(e.Id, out FlowElement? old) && !old.Extensions.Verbatim.IsEmpty ? e with { Extensions = Kept(old.Extensions, e.Extensions) } : e;
            return kept is SubProcess sub ? sub with { FlowElements = Filled(sub.FlowElements, known) } : kept;
        }),
    ];

    private static Extensions Kept(Extensions old, Extensions drawn) =>
        drawn.Verbatim.IsEmpty && !old.Verbatim.IsEmpty ? drawn with { Verbatim = old.Verbatim } : drawn;

    private static IEnumerable<FlowElement> Everything(ImmutableArray<FlowElement> elements) =>
        elements.SelectMany(e => e is SubProcess sub ? Everything(sub.FlowElements).Prepend(sub) : [e]);
}
