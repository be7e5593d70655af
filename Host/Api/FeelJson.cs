using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Platform.Decisions.Feel;

namespace Platform.Host.Api;

/// <summary>FEEL values as plain JSON: what a form's values look like to other systems. Dates and durations are text.</summary>
public static class FeelJson
{
    /// <summary>Values by name.</summary>
    /// <param name="json">Members; null for none.</param>
    public static ImmutableDictionary<string, FeelValue> Read(IReadOnlyDictionary<string, JsonElement>? json) =>
        json?.ToImmutableDictionary(pair => pair.Key, pair => Read(pair.Value), StringComparer.Ordinal)
        ?? ImmutableDictionary<string, FeelValue>.Empty;

    /// <summary>One value; a number beyond decimal's range becomes null.</summary>
    /// <param name="json">Any JSON.</param>
    public static FeelValue Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => FeelBoolean.True,
        JsonValueKind.False => FeelBoolean.False,
        JsonValueKind.String => new FeelString(json.GetString()!),
        JsonValueKind.Number => FeelNumber.TryParse(json.GetRawText(), out var number) ? number : FeelValue.Null,
        JsonValueKind.Array => FeelValue.Of(json.EnumerateArray().Select(Read)),
        JsonValueKind.Object => new FeelContext(json.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Read(member.Value)))),
        _ => FeelValue.Null,
    };

    /// <summary>Values by name as JSON.</summary>
    /// <param name="values">The values.</param>
    public static JsonObject Write(IReadOnlyDictionary<string, FeelValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new JsonObject(values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, Write(pair.Value))));
    }

    private static JsonNode? Write(FeelValue value) => value switch
    {
        FeelNull => null,
        FeelBoolean boolean => JsonValue.Create(boolean.Value),
        FeelString text => JsonValue.Create(text.Value),
        FeelNumber number when number.TryToDecimal(out var amount) => JsonValue.Create(amount),
        FeelList list => new JsonArray([.. list.Items.Select(Write)]),
        FeelContext context => new JsonObject(context.Entries.Select(entry => KeyValuePair.Create(entry.Key, Write(entry.Value)))),
        _ => JsonValue.Create(string.Create(CultureInfo.InvariantCulture, $"{value}")),
    };
}
