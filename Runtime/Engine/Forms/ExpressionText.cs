using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Runtime.Forms;

/// <summary>Reads text, and also a bare <c>true</c>, <c>false</c> or number as the FEEL text it stands for.</summary>
internal sealed class ExpressionText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Number => reader.GetDecimal().ToString(CultureInfo.InvariantCulture),
        _ => throw new JsonException("应为文本"),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
