using System.Globalization;
using System.Text;

namespace Platform.Decisions.Feel;

/// <summary>A text. Lengths and positions in FEEL count Unicode code points, not UTF-16 units.</summary>
/// <param name="value">The text; may be empty.</param>
public sealed class FeelString(string value) : FeelValue
{
    /// <summary>The text.</summary>
    public string Value { get; } = value;

    /// <inheritdoc/>
    public override string TypeName => "string";

    internal override FeelKind Kind => FeelKind.String;

    /// <summary>
    /// What the text means as a pattern, once it was used as one. Computed from the text alone, so threads that meet here
    /// at worst do the same work twice.
    /// </summary>
    internal RegexTranslation? Translation { get; set; }

    internal override int Weight => 1 + (Value.Length >> 6);

    /// <inheritdoc/>
    public override bool Equals(FeelValue? other) => other is FeelString text && text.Value == Value;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    internal override void Write(StringBuilder text, bool literal) => Quote(text, Value);

    /// <summary>Appends <paramref name="value"/> between quotation marks, escaped as DMN 1.5 §10.3.1.2 rule 62 reads it.</summary>
    internal static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case < ' ': text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"); break;
                default: text.Append(c); break;
            }
        }
        text.Append('"');
    }
}
