using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Platform.Decisions.Feel;

namespace Platform.Runtime.Forms;

/// <summary>One field of a form.</summary>
public sealed record FieldSpec
{
    /// <summary>Name of the variable, unique in the form.</summary>
    public required string Key { get; init; }

    /// <summary>What people read.</summary>
    public required string Label { get; init; }

    /// <summary>What it holds.</summary>
    public required FieldType Type { get; init; }

    /// <summary>FEEL; the field must be filled when it is true. Null or <c>false</c>: may stay empty.</summary>
    public string? Required { get; init; }

    /// <summary>FEEL; the field is shown when it is true. Null: always. A hidden field's value is dropped.</summary>
    public string? Visible { get; init; }

    /// <summary>FEEL that gives the first value; null for none.</summary>
    public string? Default { get; init; }

    /// <summary>Conditions on the value.</summary>
    [JsonConverter(typeof(FieldRulesJson))]
    public ImmutableArray<FieldRule> Validation { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Whether several people or units may be given; the value is then a list.</summary>
    public bool Multiple { get; init; }

    /// <summary>Choices of a choice field; empty when <see cref="Dictionary"/> names them.</summary>
    public ImmutableArray<FieldOption> Options { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Name of the dictionary that holds the choices; null when they stand here.</summary>
    public string? Dictionary { get; init; }

    /// <summary>How the value is shortened for readers who need not know all of it.</summary>
    public FieldMask Mask { get; init; }

    /// <summary>FEEL that gives the value, from the other values and the process variables; null for a field that people fill in.</summary>
    public string? Calculated { get; init; }

    /// <summary>Shown but not entered; a submitted value is dropped. A calculated field is never entered.</summary>
    public bool ReadOnly { get => field || Calculated is not null; init; }

    /// <summary>Longest text in characters, 1 to 20,000; null means 200 for text and 4,000 for long text.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Smallest number; null for none.</summary>
    public decimal? Min { get; init; }

    /// <summary>Largest number; null for none.</summary>
    public decimal? Max { get; init; }

    /// <summary>Heading under which the field stands; null for none.</summary>
    public string? Section { get; init; }

    /// <summary>A sentence that helps to fill it in.</summary>
    public string? Help { get; init; }

    /// <summary>The longest text that is accepted.</summary>
    [JsonIgnore]
    public int LongestText => MaxLength ?? (Type == FieldType.LongText ? 4_000 : 200);

    [JsonIgnore]
    internal FeelParseResult<FeelExpression>? ParsedRequired => Required is null ? null : field ??= FeelExpression.Parse(Required);

    [JsonIgnore]
    internal FeelParseResult<FeelExpression>? ParsedVisible => Visible is null ? null : field ??= FeelExpression.Parse(Visible);

    [JsonIgnore]
    internal FeelParseResult<FeelExpression>? ParsedCalculated => Calculated is null ? null : field ??= FeelExpression.Parse(Calculated);

    [JsonIgnore]
    internal FeelParseResult<FeelExpression>? ParsedDefault => Default is null ? null : field ??= FeelExpression.Parse(Default);
}
