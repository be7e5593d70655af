using System.Text.Json;
using System.Text.Json.Nodes;

namespace Platform.Designer.Versions;

/// <summary>Compares the files beside a process: forms field by field, everything else as a whole. Pure.</summary>
public static class FormDiff
{
    private const string FormEnding = ".form.json";

    /// <summary>What is not the same.</summary>
    /// <param name="before">Older files by name.</param>
    /// <param name="after">Newer files by name.</param>
    /// <returns>
    /// Changes by file name; kind is <c>form</c> or <c>file</c>. The parts of a changed form are <c>title</c>, <c>field:KEY</c> for a field that
    /// came or went, and <c>field:KEY:SETTING</c>.
    /// </returns>
    public static IReadOnlyList<ElementChange> Compare(IReadOnlyDictionary<string, byte[]> before, IReadOnlyDictionary<string, byte[]> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return [.. before.Keys.Union(after.Keys, StringComparer.Ordinal).Where(name => !name.EndsWith(".bpmn", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal).Select(name => Compare(name, before.GetValueOrDefault(name), after.GetValueOrDefault(name))).OfType<ElementChange>()];
    }

    private static ElementChange? Compare(string name, byte[]? was, byte[]? now)
    {
        var isForm = name.EndsWith(FormEnding, StringComparison.Ordinal);
        var change = new ElementChange
        {
            ElementId = name,
            ElementKind = isForm ? "form" : "file",
            Title = (isForm ? Form(now ?? was)?["title"]?.ToString() : null) ?? name,
            Kind = was is null ? ChangeKind.Added : now is null ? ChangeKind.Removed : ChangeKind.Changed,
        };
        if (was is null || now is null)
        {
            return change;
        }

        if (was.AsSpan().SequenceEqual(now))
        {
            return null;
        }

        return isForm && Form(was) is { } old && Form(now) is { } form ? Parts(old, form).ToList() is { Count: > 0 } parts ? change with { Parts = parts } : null : change;
    }

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

    private static JsonObject? Form(byte[]? content)
    {
        try
        {
            return content is null ? null : JsonNode.Parse(content, documentOptions: new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
