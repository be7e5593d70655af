using System.Collections.Immutable;

namespace Platform.Designer.Forms;

/// <summary>One field of a form while it is designed. Everything may be wrong; <see cref="FormChecks"/> says what is.</summary>
public sealed record FormField
{
    /// <summary>Name of the variable.</summary>
    public required string Key { get; init; }

    /// <summary>What people read.</summary>
    public required string Label { get; init; }

    /// <summary>What it holds.</summary>
    public FormFieldType Type { get; init; }

    /// <summary>FEEL; must be filled when true. <c>true</c> for always; null for never; empty while the condition is not finished.</summary>
    public string? Required { get; init; }

    /// <summary>FEEL; shown when true; null for always; empty while the condition is not finished.</summary>
    public string? Visible { get; init; }

    /// <summary>FEEL that gives the first value; null for none.</summary>
    public string? Default { get; init; }

    /// <summary>FEEL that gives the value always; null for a field that people fill in.</summary>
    public string? Calculated { get; init; }

    /// <summary>Conditions on the value.</summary>
    public ImmutableArray<FormRule> Rules { get; init; } = [];

    /// <summary>Whether several people or units may be given.</summary>
    public bool Multiple { get; init; }

    /// <summary>Options of a choice.</summary>
    public ImmutableArray<FormOption> Options { get; init; } = [];

    /// <summary>Name of the dictionary that holds the options; null when they stand here.</summary>
    public string? Dictionary { get; init; }

    /// <summary>How the value is shortened for readers who need not know it: none, name, phone, idcard, address or all.</summary>
    public string Mask { get; init; } = "none";

    /// <summary>Shown but not entered.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Longest text in characters; null for the usual.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Smallest number; null for none.</summary>
    public decimal? Min { get; init; }

    /// <summary>Largest number; null for none.</summary>
    public decimal? Max { get; init; }

    /// <summary>Heading under which it stands; null for none.</summary>
    public string? Section { get; init; }

    /// <summary>A sentence that helps to fill it in.</summary>
    public string? Help { get; init; }

    /// <summary>
    /// Conditions as far as they are written, by setting, in FEEL with empty places. Such a setting is empty meanwhile, so that nobody
    /// publishes a condition that says something else than its author meant.
    /// </summary>
    public ImmutableSortedDictionary<string, string> Unfinished { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What the file says that the designer does not know, as JSON by name; written back as it was.</summary>
    public ImmutableSortedDictionary<string, string> Other { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Whether it has options.</summary>
    public bool HasOptions => Type is FormFieldType.Choice or FormFieldType.MultiChoice;

    /// <summary>Whether it is a number.</summary>
    public bool IsNumber => Type is FormFieldType.Number or FormFieldType.Money;

    /// <summary>Whether it is text.</summary>
    public bool IsText => Type is FormFieldType.Text or FormFieldType.LongText;
}

/// <summary>An option of a choice.</summary>
/// <param name="Value">What is stored.</param>
/// <param name="Text">What people read.</param>
public sealed record FormOption(string Value, string Text);

/// <summary>A condition on a value or a form.</summary>
/// <param name="Rule">FEEL; must be true. Empty while it is not finished.</param>
/// <param name="Message">What to tell when it is not; null for a general sentence.</param>
public sealed record FormRule(string Rule, string? Message);
