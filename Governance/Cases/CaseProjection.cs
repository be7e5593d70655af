using Platform.Governance.Rows;
using Platform.Kernel.Execution;
using Platform.Kernel.Graph;
using Platform.Runtime.Instances;

namespace Platform.Governance.Cases;

/// <summary>Keeps stage and end of a case in step with its process: the stage is what the newest open task or the end event says (gov:stage).</summary>
public sealed class CaseProjection(GovernanceOptions options) : IStepListener
{
    private const string StageAttribute = "stage";

    /// <inheritdoc />
    public bool Wants(ProcessGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return graph.ProcessId == options.ProcessKey;
    }

    /// <inheritdoc />
    public async Task OnStepAsync(StepContext step, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(step);
        string? stage = null;
        foreach (var fact in step.Facts)
        {
            if (fact is ProcessEvent.TokenEntered entered && StageOf(step.Process.Graph.Nodes[entered.Token.NodeIndex]) is { } found)
            {
                stage = found;
            }
        }

        var ended = step.State.Status != InstanceStatus.Running;
        if (stage is null && !ended)
        {
            return;
        }

        await CaseBook.ChangeAsync(step.Db, step.Instance.TenantId, step.Instance.Id, row => Apply(row, stage, step), ct);
    }

    private static void Apply(CaseRow row, string? stage, StepContext step)
    {
        row.Stage = stage ?? row.Stage;
        if (step.State.Status == InstanceStatus.Running)
        {
            return;
        }

        row.IsOpen = false;
        row.ClosedAt ??= step.Now;
        row.Stage = step.State.Status == InstanceStatus.Completed ? row.Stage : CaseStages.Stopped;
    }

    private static string? StageOf(Node node) =>
        node.Element.Extensions.GovAttributes.TryGetValue(StageAttribute, out var stage) && stage.Length > 0 ? stage : null;
}
