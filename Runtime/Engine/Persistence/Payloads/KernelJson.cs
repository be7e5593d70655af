using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Platform.Kernel.Execution;

namespace Platform.Runtime.Persistence.Payloads;

/// <summary>
/// The stored form of what the kernel knows: compact JSON, read and written by hand because it stands on the path of every step.
/// Every payload begins with its version; a released shape is frozen by a stored sample in the tests, and new members go to the end of their array.
/// </summary>
public static class KernelJson
{
    /// <summary>Version that is written.</summary>
    internal const int Version = 1;

    // Chinese text stays Chinese: half the size, and readable in the database.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The state of an instance.</summary>
    /// <param name="state">Any state that rests between two steps.</param>
    public static byte[] WriteState(InstanceState state)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            StateJson.Write(writer, state);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The state that <see cref="WriteState"/> wrote.</summary>
    /// <param name="payload">The bytes.</param>
    /// <param name="processId">Id of the process, which the definition knows and the payload does not repeat.</param>
    /// <exception cref="JsonException">The bytes are not a state.</exception>
    public static InstanceState ReadState(ReadOnlySpan<byte> payload, string processId)
    {
        var reader = new Utf8JsonReader(payload);
        return StateJson.Read(ref reader, processId);
    }

    /// <summary>The facts of one step.</summary>
    /// <param name="facts">In order.</param>
    public static byte[] WriteFacts(IReadOnlyList<ProcessEvent> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(Version);
            for (int i = 0; i < facts.Count; i++)
            {
                FactWriter.Write(writer, facts[i]);
            }

            writer.WriteEndArray();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The facts that <see cref="WriteFacts"/> wrote.</summary>
    /// <param name="payload">The bytes.</param>
    /// <exception cref="JsonException">The bytes are not facts.</exception>
    public static ImmutableArray<ProcessEvent> ReadFacts(ReadOnlyMemory<byte> payload)
    {
        using JsonDocument document = JsonDocument.Parse(payload);
        if (document.RootElement[0].GetInt32() != Version)
        {
            throw new JsonException($"Expected facts of version {Version}, but got {document.RootElement[0]}.");
        }

        return [.. document.RootElement.EnumerateArray().Skip(1).Select(FactReader.Read)];
    }
}
