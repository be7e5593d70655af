using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Platform.Designer.Forms;

/// <summary>A form while it is designed: the content of a <c>*.form.json</c> file. What the designer does not know is kept as it was.</summary>
public sealed record FormDocument
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Known =
    [
        "key", "label", "type", "required", "visible", "default", "calculated", "validation", "multiple", "options", "dictionary", "mask", "readOnly", "maxLength", "min", "max", "section", "help",
        "unfinished",
    ];

    /// <summary>What people read above it.</summary>
    public string Title { get; init; } = "";

    /// <summary>The fields in order.</summary>
    public ImmutableArray<FormField> Fields { get; init; } = [];

    /// <summary>Conditions on several fields together.</summary>
    public ImmutableArray<FormRule> Rules { get; init; } = [];

    /// <summary>What the file says that the designer does not know, as JSON by name.</summary>
    public ImmutableSortedDictionary<string, string> Other { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Reads a form file.</summary>
    /// <param name="content">UTF-8 JSON.</param>
    /// <returns>The form; null when it is no JSON object.</returns>
    public static FormDocument? Read(ReadOnlySpan<byte> content)
    {
        try
        {
            return JsonNode.Parse(WithoutMark(content), documentOptions: Lenient) is JsonObject root ? Read(root) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>The form as a file that people can read.</summary>
    public byte[] Write()
    {
        var root = new JsonObject();
        Restore(root, Other);
        root["title"] = Title;
        root["fields"] = new JsonArray([.. Fields.Select(Write)]);
        if (!Rules.IsEmpty)
        {
            root["validation"] = Write(Rules);
        }

        return JsonSerializer.SerializeToUtf8Bytes(root, Readable);
    }

    private static FormDocument Read(JsonObject root) => new()
    {
        Title = Text(root, "title") ?? "",
        Fields = [.. (root["fields"] as JsonArray ?? []).OfType<JsonObject>().Select(ReadField)],
        Rules = ReadRules(root["validation"]),
        Other = Rest(root, ["title", "fields", "validation"]),
    };

    private static FormField ReadField(JsonObject field) => new()
    {
        Key = Text(field, "key") ?? "",
        Label = Text(field, "label") ?? "",
        Type = Enum.TryParse<FormFieldType>(Text(field, "type"), ignoreCase: true, out var type) ? type : FormFieldType.Text,
        Required = Text(field, "required") is { } required && required != "false" ? required : null,
        Visible = Text(field, "visible"),
        Default = Text(field, "default"),
        Calculated = Text(field, "calculated"),
        Rules = ReadRules(field["validation"]),
        Multiple = Text(field, "multiple") == "true",
        Options = [.. (field["options"] as JsonArray ?? []).OfType<JsonObject>().Select(option => new FormOption(Text(option, "value") ?? "", Text(option, "text") ?? ""))],
        Dictionary = Text(field, "dictionary"),
        Mask = Text(field, "mask") ?? "none",
        ReadOnly = Text(field, "readOnly") == "true",
        MaxLength = Text(field, "maxLength") is { } length && int.TryParse(length, NumberStyles.Integer, CultureInfo.InvariantCulture, out var most) ? most : null,
        Min = Number(field, "min"),
        Max = Number(field, "max"),
        Section = Text(field, "section"),
        Help = Text(field, "help"),
        Unfinished = field["unfinished"] is JsonObject conditions
            ? conditions.Where(pair => pair.Value is not null).ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value!.ToString(), StringComparer.Ordinal)
            : ImmutableSortedDictionary<string, string>.Empty,
        Other = Rest(field, Known),
    };

    private static ImmutableArray<FormRule> ReadRules(JsonNode? node) => node switch
    {
        null => [],
        JsonArray several => [.. several.SelectMany(one => ReadRules(one))],
        JsonObject rule => [new FormRule(Text(rule, "rule") ?? "", Text(rule, "message"))],
        _ => [new FormRule(node.ToString(), null)],
    };

    private static JsonObject Write(FormField field)
    {
        var json = new JsonObject { ["key"] = field.Key, ["label"] = field.Label, ["type"] = field.Type.ToString().ToLowerInvariant() };
        Set(json, "section", field.Section);
        SetCondition(json, "required", field.Required);
        SetCondition(json, "visible", field.Visible);
        Set(json, "default", field.Default);
        Set(json, "calculated", field.Calculated);
        Set(json, "dictionary", field.Dictionary);
        Set(json, "help", field.Help);
        if (field.Mask != "none")
        {
            json["mask"] = field.Mask;
        }

        foreach (var (name, on) in new[] { ("multiple", field.Multiple), ("readOnly", field.ReadOnly) }.Where(flag => flag.Item2))
        {
            json[name] = on;
        }

        foreach (var (name, number) in new[] { ("maxLength", field.MaxLength), ("min", field.Min), ("max", field.Max) }.Where(limit => limit.Item2 is not null))
        {
            json[name] = number;
        }

        if (!field.Options.IsEmpty)
        {
            json["options"] = new JsonArray([.. field.Options.Select(option => new JsonObject { ["value"] = option.Value, ["text"] = option.Text })]);
        }

        if (!field.Rules.IsEmpty)
        {
            json["validation"] = Write(field.Rules);
        }

        if (!field.Unfinished.IsEmpty)
        {
            json["unfinished"] = new JsonObject(field.Unfinished.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        }

        Restore(json, field.Other);
        return json;
    }

    private static JsonArray Write(ImmutableArray<FormRule> rules) => new(
    [
        .. rules.Select(rule =>
        {
            var json = new JsonObject { ["rule"] = rule.Rule };
            Set(json, "message", rule.Message);
            return json;
        }),
    ]);

    private static void Set(JsonObject json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json[name] = value;
        }
    }

    /// <summary>An empty condition is written too: it is not finished, and is not published.</summary>
    private static void SetCondition(JsonObject json, string name, string? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }

    private static string? Text(JsonObject json, string name) => json[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag ? "true" : "false",
        var other => other.ToString(),
    };

    private static decimal? Number(JsonObject json, string name) =>
        Text(json, name) is { } text && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static ImmutableSortedDictionary<string, string> Rest(JsonObject json, IReadOnlyCollection<string> known) =>
        json.Where(pair => !known.Contains(pair.Key)).ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value?.ToJsonString() ?? "null", StringComparer.Ordinal);

    private static void Restore(JsonObject json, ImmutableSortedDictionary<string, string> other)
    {
        foreach (var (name, value) in other)
        {
            json[name] = JsonNode.Parse(value);
        }
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> content) =>
        content.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? content[3..] : content;
}
