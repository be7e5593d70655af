using System.Collections.Immutable;
using System.Text.Json;
using Platform.Decisions.Feel;

namespace Platform.Conformance.BpmnExec;

/// <summary>Values of a case file as FEEL values.</summary>
internal static class JsonValues
{
    /// <summary>The member's entries as variables; none when there is no such member.</summary>
    internal static ImmutableDictionary<string, FeelValue> Variables(JsonElement step, string member = "vars") =>
        step.TryGetProperty(member, out var vars)
            ? vars.EnumerateObject().ToImmutableDictionary(v => v.Name, v => ToFeel(v.Value))
            : ImmutableDictionary<string, FeelValue>.Empty;

    /// <summary>A JSON value as FEEL.</summary>
    internal static FeelValue ToFeel(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => FeelValue.Of(true),
        JsonValueKind.False => FeelValue.Of(false),
        JsonValueKind.Number => FeelValue.Of(value.GetDecimal()),
        JsonValueKind.String => FeelValue.Of(value.GetString()),
        JsonValueKind.Array => FeelValue.Of(value.EnumerateArray().Select(ToFeel)),
        JsonValueKind.Object => new FeelContext(value.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, ToFeel(p.Value)))),
        _ => FeelValue.Null,
    };

    /// <summary>Text of a member; null when absent.</summary>
    internal static string? Text(this JsonElement step, string member) =>
        step.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Number of a member, or what to take instead.</summary>
    internal static int Number(this JsonElement step, string member, int otherwise) =>
        step.TryGetProperty(member, out var value) ? value.GetInt32() : otherwise;

    /// <summary>Whether a member is there and true.</summary>
    internal static bool Says(this JsonElement step, string member) =>
        step.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.True;
}
