using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Platform.Decisions.Feel;

namespace Platform.Runtime.Persistence.Payloads;

/// <summary>
/// FEEL values as JSON. Null, booleans, numbers, strings, lists and contexts are themselves; everything else carries its type:
/// <c>{"$":"date","v":"…FEEL literal…"}</c>. A context with an entry <c>$</c> is wrapped the same way, so that nothing is mistaken.
/// </summary>
public static class FeelJson
{
    private const string Tag = "$";
    private const string WrappedContext = "context";

    /// <summary>Writes a value. A function cannot be stored and becomes null.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    public static void Write(Utf8JsonWriter writer, FeelValue value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        switch (value)
        {
            case FeelString text:
                writer.WriteStringValue(text.Value);
                break;
            case FeelNumber number when number.TryToInt64(out long whole):
                writer.WriteNumberValue(whole);
                break;
            case FeelNumber number:
                writer.WriteRawValue(number.ToString(), skipInputValidation: true);
                break;
            case FeelBoolean or FeelNull or FeelFunction:
                writer.WriteRawValue(value is FeelBoolean ? value.ToString() : "null", skipInputValidation: true);
                break;
            case FeelList list:
                WriteList(writer, list);
                break;
            case FeelContext context:
                WriteContext(writer, context);
                break;
            default:
                WriteTagged(writer, value);
                break;
        }
    }

    /// <summary>Writes variables as one object.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="variables">Names and values.</param>
    public static void WriteVariables(Utf8JsonWriter writer, ImmutableDictionary<string, FeelValue> variables)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(variables);
        writer.WriteStartObject();
        foreach ((string name, FeelValue value) in variables)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads the value at which the reader stands and leaves it at its last token.</summary>
    /// <param name="reader">Stands at the first token of the value.</param>
    /// <exception cref="JsonException">The JSON is no stored value.</exception>
    public static FeelValue Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return FeelValue.Of(reader.GetString());
            case JsonTokenType.Number:
                return reader.TryGetInt64(out long whole) ? FeelValue.Of(whole) : ParseNumber(ref reader);
            case JsonTokenType.True or JsonTokenType.False:
                return FeelValue.Of(reader.GetBoolean());
            case JsonTokenType.Null:
                return FeelValue.Null;
            case JsonTokenType.StartArray:
                return ReadList(ref reader);
            case JsonTokenType.StartObject:
                return ReadObject(ref reader);
            default:
                throw new JsonException($"Expected a stored value, but found {reader.TokenType}.");
        }
    }

    /// <summary>Reads variables written by <see cref="WriteVariables"/>.</summary>
    /// <param name="reader">Stands at the start of the object.</param>
    /// <exception cref="JsonException">The JSON holds no variables.</exception>
    public static ImmutableDictionary<string, FeelValue> ReadVariables(ref Utf8JsonReader reader)
    {
        ImmutableDictionary<string, FeelValue>.Builder? variables = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            variables ??= ImmutableDictionary.CreateBuilder<string, FeelValue>();
            variables[name] = Read(ref reader);
        }

        return variables?.ToImmutable() ?? ImmutableDictionary<string, FeelValue>.Empty;
    }

    private static void WriteList(Utf8JsonWriter writer, FeelList list)
    {
        writer.WriteStartArray();
        foreach (FeelValue item in list.Items)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }

    private static void WriteContext(Utf8JsonWriter writer, FeelContext context)
    {
        bool isWrapped = context.TryGet(Tag, out _);
        if (isWrapped)
        {
            writer.WriteStartObject();
            writer.WriteString(Tag, WrappedContext);
            writer.WritePropertyName("v");
        }

        writer.WriteStartObject();
        foreach ((string name, FeelValue value) in context.Entries)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();
        if (isWrapped)
        {
            writer.WriteEndObject();
        }
    }

    private static void WriteTagged(Utf8JsonWriter writer, FeelValue value)
    {
        writer.WriteStartObject();
        writer.WriteString(Tag, value.TypeName);
        writer.WriteString("v", value.ToString());
        writer.WriteEndObject();
    }

    private static FeelNumber ParseNumber(ref Utf8JsonReader reader)
    {
        string text = Encoding.UTF8.GetString(reader.ValueSpan);
        return FeelNumber.TryParse(text, out FeelNumber? number) ? number : throw new JsonException($"Expected a number, but got {text}.");
    }

    private static FeelList ReadList(ref Utf8JsonReader reader)
    {
        var items = new List<FeelValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Read(ref reader));
        }

        return new FeelList(items);
    }

    private static FeelValue ReadObject(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(Tag))
        {
            return ReadTagged(ref reader);
        }

        return ReadEntries(ref reader);
    }

    /// <summary>The reader stands at the first property name or at the end of the object.</summary>
    private static FeelContext ReadEntries(ref Utf8JsonReader reader)
    {
        var entries = new List<KeyValuePair<string, FeelValue>>();
        while (reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            entries.Add(new(name, Read(ref reader)));
            reader.Read();
        }

        return new FeelContext(entries);
    }

    private static FeelValue ReadTagged(ref Utf8JsonReader reader)
    {
        reader.Read();
        string type = reader.GetString()!;
        reader.Read();
        reader.Read();
        FeelValue value;
        if (type == WrappedContext)
        {
            reader.Read();
            value = ReadEntries(ref reader);
        }
        else
        {
            value = Evaluate(type, reader.GetString()!);
        }

        reader.Read();
        return value;
    }

    private static FeelValue Evaluate(string type, string literal)
    {
        FeelExpression expression = FeelExpression.Parse(literal).Expression
            ?? throw new JsonException($"Expected a FEEL literal of type {type}, but got {literal}.");
        return expression.Constant ?? expression.Evaluate(FeelScope.Empty).Value;
    }
}
