using System.Text.Json;
using System.Text.Json.Nodes;

namespace Platform.Designer.Versions;

/// <summary>Compares two states of a dictionary file choice by choice. Pure.</summary>
internal static class DictionaryDiff
{
    /// <summary>What is not the same: <c>title</c>, <c>item:VALUE</c> and <c>items</c> for another order. Null when a file cannot be read.</summary>
    internal static IReadOnlyList<PartChange>? Compare(byte[] before, byte[] after)
    {
        if (Read(before) is not { } old || Read(after) is not { } now)
        {
            return null;
        }

        var (was, items) = (Items(old), Items(now));
        List<PartChange> parts =
        [
            .. new[] { new PartChange("title", old["title"]?.ToString(), now["title"]?.ToString()) }.Where(part => part.Before != part.After),
            .. was.Select(item => item.Value).Union(items.Select(item => item.Value), StringComparer.Ordinal)
                .Select(value => new PartChange("item:" + value, TextOf(was, value), TextOf(items, value))).Where(part => part.Before != part.After),
        ];
        return parts.Count == 0 && !was.SequenceEqual(items) ? [new PartChange("items", string.Join('、', was.Select(item => item.Text)), string.Join('、', items.Select(item => item.Text)))] : parts;
    }

    /// <summary>What people call the dictionary; null when the file does not say.</summary>
    internal static string? Title(byte[] content) => Read(content)?["title"]?.ToString();

    private static string? TextOf(List<(string Value, string Text)> items, string value) => items.Where(item => item.Value == value).Select(item => item.Text).FirstOrDefault();

    private static List<(string Value, string Text)> Items(JsonObject dictionary) =>
        [.. (dictionary["items"] as JsonArray ?? []).OfType<JsonObject>().Select(item => (item["value"]?.ToString() ?? "", item["text"]?.ToString() ?? ""))];

    private static JsonObject? Read(byte[] content)
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
}
