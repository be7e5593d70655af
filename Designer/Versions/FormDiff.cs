using System.Text.Json;
using System.Text.Json.Nodes;

namespace Platform.Designer.Versions;

/// <summary>Compares two states of a form file field by field. Pure.</summary>
internal static class FormDiff
{
    /// <summary>What is not the same: <c>title</c>, <c>field:KEY</c> for a field that came or went, and <c>field:KEY:SETTING</c>. Null when a file cannot be read.</summary>
    internal static IReadOnlyList<PartChange>? Compare(byte[] before, byte[] after) =>
        Form(before) is { } old && Form(after) is { } now ? [.. Parts(old, now)] : null;

    /// <summary>What people read above the form; null when the file does not say.</summary>
    internal static string? Title(byte[] content) => Form(content)?["title"]?.ToString();

    private static IEnumerable<PartChange> Parts(JsonObject old, JsonObject now)
    {
        foreach (var setting in Settings(old, now).Where(name => name != "fields" && Text(old[name]) != Text(now[name])))
        {
            yield return new PartChange(setting, Text(old[setting]), Text(now[setting]));
        }

        var (before, after) = (Fields(old), Fields(now));
        foreach (var key in before.Keys.Union(after.Keys, StringComparer.Ordinal))
        {
            var (was, field) = (before.GetValueOrDefault(key), after.GetValueOrDefault(key));
            if (was is null || field is null)
            {
                yield return new PartChange("field:" + key, Label(was), Label(field));
                continue;
            }

            foreach (var setting in Settings(was, field).Where(name => Text(was[name]) != Text(field[name])))
            {
                yield return new PartChange($"field:{Label(field)}:{setting}", Text(was[setting]), Text(field[setting]));
            }
        }

        // The same fields in another order.
        if (before.Keys.Where(after.ContainsKey).SequenceEqual(after.Keys.Where(before.ContainsKey)) is false)
        {
            yield return new PartChange("order", string.Join('、', before.Values.Select(Label)), string.Join('、', after.Values.Select(Label)));
        }
    }

    private static IEnumerable<string> Settings(JsonObject old, JsonObject now) => old.Select(pair => pair.Key).Union(now.Select(pair => pair.Key), StringComparer.Ordinal);

    private static Dictionary<string, JsonObject> Fields(JsonObject form) => form["fields"] is JsonArray fields
        ? fields.OfType<JsonObject>().GroupBy(field => field["key"]?.ToString() ?? "", StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal)
        : [];

    private static string? Label(JsonObject? field) => field is null ? null : field["label"]?.ToString() ?? field["key"]?.ToString() ?? "";

    private static string? Text(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag ? "true" : "false",
        JsonValue value => value.ToString(),
        JsonArray { Count: > 0 } options when options.All(option => option is JsonObject with && with["text"] is not null) => string.Join('、', options.Select(option => option!["text"]!.ToString())),
        _ => node.ToJsonString(Readable),
    };

    private static JsonObject? Form(byte[] content)
    {
        try
        {
            return JsonNode.Parse(content, documentOptions: new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
