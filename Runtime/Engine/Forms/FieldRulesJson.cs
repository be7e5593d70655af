using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Runtime.Forms;

/// <summary>Reads one rule as bare FEEL, one as an object, or a list of either.</summary>
internal sealed class FieldRulesJson : JsonConverter<ImmutableArray<FieldRule>>
{
    public override ImmutableArray<FieldRule> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return [ReadRule(ref reader)];
        }

        var rules = ImmutableArray.CreateBuilder<FieldRule>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            rules.Add(ReadRule(ref reader));
        }

        return rules.ToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<FieldRule> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var rule in value)
        {
            writer.WriteStartObject();
            writer.WriteString("rule", rule.Rule);
            if (rule.Message is not null)
            {
                writer.WriteString("message", rule.Message);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static FieldRule ReadRule(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new FieldRule { Rule = reader.GetString()! };
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("校验规则应为表达式或带 rule、message 的对象");
        }

        string? rule = null;
        string? message = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "rule":
                    rule = reader.GetString();
                    break;
                case "message":
                    message = reader.GetString();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new FieldRule { Rule = rule ?? throw new JsonException("校验规则缺少 rule"), Message = message };
    }
}
