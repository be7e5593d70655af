using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Kernel;

namespace Platform.Runtime.Forms;

/// <summary>A form: the fields of a task or a start. The content of a <c>*.form.json</c> file.</summary>
public sealed record FormSpec
{
    /// <summary>A form without fields.</summary>
    public static FormSpec Empty { get; } = new() { Title = "" };

    // The generated reader sets what a file leaves out to the type's default, not to an initial value.
    /// <summary>Version of the file format; 1.</summary>
    public int Format { get => field == 0 ? 1 : field; init; }

    /// <summary>Name of the form within its process.</summary>
    public string? Id { get; init; }

    /// <summary>What people read above it.</summary>
    public required string Title { get; init; }

    /// <summary>The fields in order.</summary>
    public ImmutableArray<FieldSpec> Fields { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Conditions on several fields together.</summary>
    [JsonConverter(typeof(FieldRulesJson))]
    public ImmutableArray<FieldRule> Validation { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The field of a key, or null.</summary>
    public FieldSpec? Field(string key) => Fields.FirstOrDefault(f => f.Key == key);

    /// <summary>Reads a form file.</summary>
    /// <param name="name">Name of the file, for messages.</param>
    /// <param name="content">UTF-8 JSON.</param>
    /// <returns>The form, or a problem <c>form.unreadable</c> or <c>form.inconsistent</c>.</returns>
    public static Result<FormSpec> Read(string name, ReadOnlySpan<byte> content)
    {
        FormSpec? form;
        try
        {
            form = JsonSerializer.Deserialize(WithoutMark(content), FormJson.Default.FormSpec);
        }
        catch (JsonException e)
        {
            return new Problem("form.unreadable", $"表单文件“{name}”第 {e.LineNumber + 1} 行无法读取：{e.Message}");
        }

        if (form is null)
        {
            return new Problem("form.unreadable", $"表单文件“{name}”是空的。");
        }

        return FormLint.FirstFault(form) is { } fault
            ? new Problem("form.inconsistent", $"表单文件“{name}”：{fault}")
            : form;
    }

    /// <summary>The form with the choices of dictionaries in the fields that ask for them.</summary>
    /// <param name="dictionaries">Dictionaries by name.</param>
    /// <returns>The form, or <c>form.no-dictionary</c> when a field asks for one that is not there.</returns>
    public Result<FormSpec> With(IReadOnlyDictionary<string, FormDictionary> dictionaries)
    {
        ArgumentNullException.ThrowIfNull(dictionaries);
        return Fields.FirstOrDefault(f => f.Dictionary is { } name && !dictionaries.ContainsKey(name)) is { } without
            ? new Problem("form.no-dictionary", $"字段“{without.Label}”使用的字典“{without.Dictionary}”不在流程的文件里。")
            : this with { Fields = [.. Fields.Select(f => f.Dictionary is { } name ? f with { Options = dictionaries[name].Items } : f)] };
    }

    /// <summary>The form as a file.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, FormJson.Default.FormSpec);

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> content) =>
        content.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? content[3..] : content;
}

/// <summary>JSON of form files.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    Converters = [typeof(ExpressionText)])]
[JsonSerializable(typeof(FormSpec))]
internal sealed partial class FormJson : JsonSerializerContext;
