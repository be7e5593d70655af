using Microsoft.Extensions.Localization;
using Platform.Designer.Running;
using Platform.Host.Components;
using Platform.Host.Texts;
using Platform.Kernel.Graph;
using Platform.Runtime.Access;
using Platform.Runtime.Definitions;
using Platform.Runtime.History;

namespace Platform.Host.Pages.Admin;

/// <summary>Reads what happens on the published version of a process, for the designer's running view.</summary>
/// <param name="graphs">Published versions.</param>
/// <param name="definitions">Their files.</param>
/// <param name="running">The numbers.</param>
/// <param name="diagrams">The ways of single matters.</param>
/// <param name="texts">Texts of the interface.</param>
public sealed class DesignFigures(GraphCache graphs, DefinitionQuery definitions, RunningQuery running, DiagramQuery diagrams, IStringLocalizer<Ui> texts)
{
    private const int Days = 90;
    private const int MostMatters = 100;

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

    /// <summary>The newest matters of a process that the reader may follow.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="key">Process id.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<FollowedMatter>> MattersAsync(Viewer viewer, string key, CancellationToken ct) =>
    [
        .. (await running.MattersAsync(viewer, key, MostMatters, ct))
            .Select(m => new FollowedMatter(m.InstanceId.ToString(), texts["Design.Matter", m.Number ?? texts["Design.NoNumber"], ChineseTime.Short(m.StartedAt)])),
    ];

    /// <summary>The way of a matter on the version that it runs on; null when it does not exist for the reader.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="id">Id of the matter.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<MatterPath?> PathAsync(Viewer viewer, string id, CancellationToken ct) =>
        Guid.TryParse(id, out Guid instanceId)
        && await diagrams.GetAsync(viewer, instanceId, ct) is { } marks
        && await definitions.GetFileAsync(viewer.TenantId, marks.DefinitionId, ct) is { } file
            ? new MatterPath(file.Content, DiagramStates.Of(marks))
            : null;
}
