using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Platform.Decisions.Feel;
using Platform.Kernel;
using Platform.Kernel.Graph;
using Platform.Runtime.Instances;

namespace Platform.Runtime.Activities;

/// <summary>Finds an element's activity in the catalogue, evaluates its inputs and runs it.</summary>
internal sealed partial class ActivityRunner(ActivityCatalog catalog, ILogger<ActivityRunner> logger) : IActivityRunner
{
    public ActivityMode ModeOf(Node node) =>
        node.Activity?.ActivityType is { } type && catalog.Describe(type) is { } descriptor && descriptor.Kind != ActivityKind.Human
            ? descriptor.Kind == ActivityKind.Job ? ActivityMode.Job : ActivityMode.InStep
            : ActivityMode.Unknown;

    public async ValueTask<ActivityResult> RunAsync(ActivityOrder order, CancellationToken ct)
    {
        var type = order.Node.Activity?.ActivityType;
        if (type is null || catalog.Find(type) is not { } activity || catalog.Describe(type) is not { } descriptor)
        {
            return new ActivityResult.Failed(new Problem("activity.unknown", $"“{order.Node.Label}”要执行的动作“{type}”没有安装。"));
        }

        var inputs = ActivityInputs.Evaluate(order.Node, descriptor, order.Variables, order.Now);
        if (descriptor.Inputs.FirstOrDefault(i => i.Required && inputs.GetValueOrDefault(i.Name) is null or FeelNull) is { } missing)
        {
            return new ActivityResult.Failed(new Problem("activity.input-missing", $"“{order.Node.Label}”缺少必需的内容“{missing.DisplayName}”。"));
        }

        var context = new ActivityExecutionContext(PlaceOf(order, inputs), inputs, ct);
        try
        {
            await activity.ExecuteAsync(context);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            // A broken activity must stop its own token only, never the step's other work.
            Log.ActivityThrew(logger, type, order.Node.Id, e);
            return new ActivityResult.Failed(new Problem("activity.failed", $"“{order.Node.Label}”执行失败，请联系运维人员。"));
        }

        return ResultOf(context, order.Node);
    }

    private static ActivityResult ResultOf(ActivityExecutionContext context, Node node) => context switch
    {
        { Failure: { } problem } => new ActivityResult.Failed(problem),
        { ErrorCode: { } code } => new ActivityResult.Threw(code, context.ErrorMessage, context.Results) { Enlisted = context.Enlisted },
        { Bookmark: { } bookmark } => new ActivityResult.Waits(bookmark) { Enlisted = context.Enlisted },
        _ => new ActivityResult.Completed(context.Outcome, Named(context.Results, node)) { Enlisted = context.Enlisted },
    };

    /// <summary>The unnamed result gets the variable that <c>gov:resultVariable</c> names, or is dropped when nothing wants it.</summary>
    private static ImmutableDictionary<string, FeelValue> Named(ImmutableDictionary<string, FeelValue> results, Node node)
    {
        if (!results.TryGetValue("result", out var value) || node.Activity!.Outputs.Any(o => o.Result == "result"))
        {
            return results;
        }

        var rest = results.Remove("result");
        return node.Activity.ResultVariable is { } variable ? rest.SetItem(variable, value) : rest;
    }

    private static ActivityPlace PlaceOf(ActivityOrder order, IReadOnlyDictionary<string, FeelValue> inputs) => new()
    {
        TenantId = order.TenantId,
        InstanceId = order.InstanceId,
        ProcessKey = order.Process.Key,
        BusinessKey = order.BusinessKey,
        OwnerUnitId = order.OwnerUnitId,
        Scope = order.Scope,
        ElementId = order.Node.Id,
        Round = order.Round,
        Key = $"{order.InstanceId:N}/{order.TokenId}",
        Variables = order.Variables,
        Inputs = inputs,
        Now = order.Now,
        Actor = order.Actor,
    };

    private static partial class Log
    {
        [LoggerMessage(2101, LogLevel.Error, "Activity {Type} at {ElementId} threw")]
        public static partial void ActivityThrew(ILogger logger, string type, string elementId, Exception exception);
    }
}
