using System.Globalization;
using Platform.Kernel.Execution;
using Platform.Kernel.Graph;
using Platform.Runtime.Definitions;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Instances.Steps;

/// <summary>Orders for activities, as jobs and as calls, and what their results mean to the kernel.</summary>
internal static class ActivityJobs
{
    /// <summary>Kind of the job rows.</summary>
    internal const string Kind = "activity";

    private const int DefaultAttempts = 4;
    private static readonly TimeSpan DefaultBackoff = TimeSpan.FromMinutes(1);

    /// <summary>The job that runs an element's activity after the commit. <c>gov:retries</c> and <c>gov:backoff</c> of the element say how patiently.</summary>
    internal static JobRow Order(StepDraft draft, Node node, long tokenId) => new()
    {
        TenantId = draft.TenantId,
        Id = Guid.CreateVersion7(draft.Now),
        Kind = Kind,
        InstanceId = draft.Instance.Id,
        TokenId = tokenId,
        ElementId = node.Id,
        Payload = [],
        Status = JobStatus.Ready,
        DueAt = draft.Now,
        MaxAttempts = Attempts(node),
        BackoffSeconds = (long)Backoff(node).TotalSeconds,
        CreatedAt = draft.Now,
        RowVersion = 1,
    };

    internal static ActivityOrder OrderOf(
        InstanceRow instance, DeployedProcess process, InstanceState state, Node node, long tokenId, DateTimeOffset now, Actor actor) => new()
    {
        TenantId = instance.TenantId,
        InstanceId = instance.Id,
        BusinessKey = instance.BusinessKey,
        OwnerUnitId = instance.OwnerUnitId,
        Scope = instance.Scope,
        Process = process,
        Node = node,
        TokenId = tokenId,
        Round = state.FindToken(tokenId)?.Round ?? 1,
        Variables = state.VariablesAt(tokenId),
        Now = now,
        Actor = actor,
    };

    /// <summary>What the kernel is told; null when the token stays.</summary>
    internal static Trigger? TriggerFor(ActivityResult result, long tokenId) => result switch
    {
        ActivityResult.Completed x => new Trigger.ResumeToken { TokenId = tokenId, Outcome = x.Outcome, Variables = x.Variables },
        ActivityResult.Threw x => new Trigger.ThrowError { TokenId = tokenId, ErrorCode = x.ErrorCode, Message = x.Message, Variables = x.Variables },
        ActivityResult.Failed x => new Trigger.FailWork { TokenId = tokenId, Problem = x.Problem },
        ActivityResult.Waits => null,
        _ => throw new InvalidOperationException($"Expected a known result, but got {result.GetType().Name}."),
    };

    private static int Attempts(Node node) =>
        Attribute(node, "retries") is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int retries)
            ? Math.Clamp(retries, 0, 1_000) + 1
            : DefaultAttempts;

    private static TimeSpan Backoff(Node node)
    {
        if (Attribute(node, "backoff") is not { } text)
        {
            return DefaultBackoff;
        }

        try
        {
            return System.Xml.XmlConvert.ToTimeSpan(text);
        }
        catch (FormatException)
        {
            return DefaultBackoff;
        }
    }

    private static string? Attribute(Node node, string name) =>
        node.Element.Extensions.GovAttributes.TryGetValue(name, out string? value) ? value : null;
}
