using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Platform.Decisions.Feel;
using Platform.Kernel.Execution;
using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Payloads;

namespace Platform.Runtime.Instances.Steps;

/// <summary>
/// What one instance has to do with others goes through stored jobs: each instance commits alone, the job's id is the id of the command
/// it leads to, and so it happens exactly once however often it is tried.
/// </summary>
internal static class InstanceJobs
{
    internal const string StartChild = "instance.start-child";
    internal const string CancelChild = "instance.cancel-child";
    internal const string ChildEnded = "instance.child-ended";
    internal const string Escalate = "instance.escalate";
    internal const string Message = "instance.message";
    internal const string Signal = "instance.signal";

    /// <summary>All kinds.</summary>
    internal static readonly string[] Kinds = [StartChild, CancelChild, ChildEnded, Escalate, Message, Signal];

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The job for an effect that concerns other instances.</summary>
    internal static JobRow Of(StepDraft draft, Effect effect) => effect switch
    {
        Effect.StartChild x => Job(draft, StartChild, draft.Instance.Id, x.TokenId, Payload(x.CalledElement, null, x.Variables), x.ElementId),
        Effect.CancelChild x => Job(draft, CancelChild, null, null, Payload(draft.Instance.Id.ToString("N"), x.TokenId.ToString(System.Globalization.CultureInfo.InvariantCulture), Nothing)),
        Effect.PublishMessage x => Job(draft, Message, null, null, Payload(x.Name, x.CorrelationKey, x.Variables)),
        Effect.BroadcastSignal x => Job(draft, Signal, null, null, Payload(x.Name, null, x.Variables)),
        Effect.EscalateToParent x => Job(draft, Escalate, draft.Instance.ParentInstanceId, draft.Instance.ParentTokenId, Payload(x.Code, null, x.Variables)),
        _ => throw new InvalidOperationException($"Expected an effect on other instances, but got {effect.GetType().Name}."),
    };

    /// <summary>Tells the calling instance, if there is one, that this one has ended.</summary>
    internal static void TellParent(StepDraft draft, Effect.EndInstance end)
    {
        if (draft.Instance.ParentInstanceId is { } parent)
        {
            string? error = end.ErrorCode ?? (end.Status == InstanceStatus.Completed ? null : "instance.terminated");
            draft.AddJob(Job(draft, ChildEnded, parent, draft.Instance.ParentTokenId, Payload(error, end.ErrorMessage, end.Variables)));
        }
    }

    /// <summary>Reads what <see cref="Of"/> wrote: two texts and variables.</summary>
    internal static (string? First, string? Second, ImmutableDictionary<string, FeelValue> Variables) Read(JobRow job)
    {
        var reader = new Utf8JsonReader(job.Payload);
        reader.Read();
        reader.Read();
        string? first = reader.GetString();
        reader.Read();
        string? second = reader.GetString();
        reader.Read();
        return (first, second, FeelJson.ReadVariables(ref reader));
    }

    private static ImmutableDictionary<string, FeelValue> Nothing => ImmutableDictionary<string, FeelValue>.Empty;

    private static JobRow Job(StepDraft draft, string kind, Guid? instanceId, long? tokenId, byte[] payload, string? elementId = null) => new()
    {
        TenantId = draft.TenantId,
        Id = Guid.CreateVersion7(draft.Now),
        Kind = kind,
        InstanceId = instanceId,
        TokenId = tokenId,
        ElementId = elementId,
        Payload = payload,
        Status = JobStatus.Ready,
        DueAt = draft.Now,
        MaxAttempts = 10,
        BackoffSeconds = 2,
        CreatedAt = draft.Now,
        RowVersion = 1,
    };

    private static byte[] Payload(string? first, string? second, ImmutableDictionary<string, FeelValue> variables)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartArray();
            writer.WriteStringValue(first);
            writer.WriteStringValue(second);
            FeelJson.WriteVariables(writer, variables);
            writer.WriteEndArray();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
