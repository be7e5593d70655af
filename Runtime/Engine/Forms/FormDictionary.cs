using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Kernel;

namespace Platform.Runtime.Forms;

/// <summary>Choices that several forms of a process share. The content of a <c>*.dict.json</c> file; its name without that ending is the name by which fields ask for it.</summary>
public sealed record FormDictionary
{
    /// <summary>How the names of dictionary files end.</summary>
    public const string FileEnding = ".dict.json";

    /// <summary>What people call it; null for its name.</summary>
    public string? Title { get; init; }

    /// <summary>The choices in order.</summary>
    public ImmutableArray<FieldOption> Items { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Name of the dictionary in a file of that name; null when it is another sort of file.</summary>
    /// <param name="file">Name of the file.</param>
    public static string? NameOf(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.EndsWith(FileEnding, StringComparison.Ordinal) ? file[(file.LastIndexOf('/') + 1)..^FileEnding.Length] : null;
    }

    /// <summary>Reads a dictionary file.</summary>
    /// <param name="name">Name of the file, for messages.</param>
    /// <param name="content">UTF-8 JSON.</param>
    /// <returns>The dictionary, or a problem <c>dictionary.unreadable</c> or <c>dictionary.inconsistent</c>.</returns>
    public static Result<FormDictionary> Read(string name, ReadOnlySpan<byte> content)
    {
        try
        {
            if (JsonSerializer.Deserialize(content, DictionaryJson.Default.FormDictionary) is not { } dictionary)
            {
                return new Problem("dictionary.unreadable", $"字典文件“{name}”是空的。");
            }

            return dictionary.Items.IsEmpty || dictionary.Items.Any(item => string.IsNullOrWhiteSpace(item.Value) || string.IsNullOrWhiteSpace(item.Text))
                ? new Problem("dictionary.inconsistent", $"字典文件“{name}”没有选项，或者有选项没有写内容。")
                : dictionary.Items.GroupBy(item => item.Value, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice
                    ? new Problem("dictionary.inconsistent", $"字典文件“{name}”中“{twice.Key}”出现了两次。")
                    : dictionary;
        }
        catch (JsonException e)
        {
            return new Problem("dictionary.unreadable", $"字典文件“{name}”第 {e.LineNumber + 1} 行无法读取。");
        }
    }

    /// <summary>The dictionary as a file.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, DictionaryJson.Default.FormDictionary);
}

/// <summary>JSON of dictionary files.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true)]
[JsonSerializable(typeof(FormDictionary))]
internal sealed partial class DictionaryJson : JsonSerializerContext;
