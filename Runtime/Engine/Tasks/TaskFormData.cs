using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Platform.Decisions.Feel;
using Platform.Runtime.Access;
using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Payloads;

namespace Platform.Runtime.Tasks;

/// <summary>What a completed task keeps: the form's values and the opinion, encrypted together when the matter is sealed.</summary>
public sealed class TaskFormData(IEnumerable<ITextSealer> sealers)
{
    private const byte SealedMark = 1;
    private const string OpinionKey = "$opinion";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ITextSealer? sealer = sealers.FirstOrDefault();

    /// <summary>The content of the two columns.</summary>
    /// <param name="instance">The matter.</param>
    /// <param name="values">The form's values by key.</param>
    /// <param name="opinion">The opinion; null for none.</param>
    internal (byte[]? FormData, string? Opinion) Write(InstanceRow instance, ImmutableDictionary<string, FeelValue> values, string? opinion)
    {
        if (sealer is null || instance.Scope != InformationScope.Sealed)
        {
            return (values.IsEmpty ? null : Json(values), opinion);
        }

        var content = sealer.Seal(instance.TenantId, instance.Id, Json(values.SetItem(OpinionKey, FeelValue.Of(opinion))));
        return ([SealedMark, .. content], null);
    }

    /// <summary>The form's values and the opinion of a task; empty and null while there are none.</summary>
    /// <param name="task">The task.</param>
    public (ImmutableDictionary<string, FeelValue> Values, string? Opinion) Read(TaskRow task)
    {
        if (task.FormData is not { Length: > 0 } data)
        {
            return (ImmutableDictionary<string, FeelValue>.Empty, task.Opinion);
        }

        if (data[0] != SealedMark)
        {
            return (Parse(data), task.Opinion);
        }

        if (sealer is null)
        {
            throw new InvalidOperationException("Expected the keys of sealed matters, but no sealer is registered.");
        }

        var values = Parse(sealer.Unseal(task.TenantId, task.InstanceId, data.AsSpan(1)));
        return (values.Remove(OpinionKey), (values.GetValueOrDefault(OpinionKey) as FeelString)?.Value);
    }

    private static byte[] Json(ImmutableDictionary<string, FeelValue> values)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            FeelJson.WriteVariables(writer, values);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static ImmutableDictionary<string, FeelValue> Parse(ReadOnlySpan<byte> content)
    {
        var reader = new Utf8JsonReader(content);
        reader.Read();
        return FeelJson.ReadVariables(ref reader);
    }
}
