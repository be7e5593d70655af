using Platform.Designer.Running;
using Platform.Kernel.Graph;
using Platform.Runtime.Access;
using Platform.Runtime.Definitions;
using Platform.Runtime.History;

namespace Platform.Host.Pages.Admin;

/// <summary>Reads what happens on the published version of a process, for the designer's running view.</summary>
/// <param name="graphs">Published versions.</param>
/// <param name="definitions">Their files.</param>
/// <param name="running">The numbers.</param>
public sealed class DesignFigures(GraphCache graphs, DefinitionQuery definitions, RunningQuery running)
{
    private const int Days = 90;

    /// <summary>The numbers with the newest published drawing; null for a process that was never published.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="key">Process id.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<RunningFigures?> OfAsync(Viewer viewer, string key, CancellationToken ct)
    {
        if (await graphs.LatestAsync(viewer.TenantId, key, ct) is not { } newest || await definitions.GetFileAsync(viewer.TenantId, newest.Id, ct) is not { } file)
        {
            return null;
        }

        Dictionary<string, Node> nodes = newest.Graph.Nodes.ToDictionary(n => n.Id);
        IReadOnlyList<ElementFigures> figures = await running.GetAsync(viewer, key, Days, ct);
        return new RunningFigures(
            file.Content,
            Days,
            [.. figures.Select(f => new ElementLoad(f.ElementId, nodes.TryGetValue(f.ElementId, out Node? node) ? node.Label : f.ElementId, f.Open, f.Overdue, f.Done, f.DoneLate, f.Median))]);
    }
}
