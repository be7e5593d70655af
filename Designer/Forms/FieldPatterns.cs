using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Platform.Designer.Forms;

/// <summary>Conditions that people choose in words, as the rules they stand for.</summary>
public static partial class FieldPatterns
{
    private static readonly (string Name, string Pattern)[] All =
    [
        ("phone", "^1[3-9][0-9]{9}$"),
        ("idcard", "^[1-9][0-9]{16}[0-9Xx]$"),
        ("credit", "^[0-9A-HJ-NPQRTUWXY]{18}$"),
        ("postcode", "^[0-9]{6}$"),
        ("digits", "^[0-9]+$"),
        ("chinese", "^[一-龥·]+$"),
    ];

    /// <summary>Names of the patterns, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(pattern => pattern.Name)];

    /// <summary>The pattern that a field has; null for none.</summary>
    /// <param name="field">The field.</param>
    public static string? Of(FormField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return All.Where(pattern => field.Rules.Any(rule => rule.Rule == Rule(field.Key, pattern.Pattern))).Select(pattern => pattern.Name).FirstOrDefault();
    }

    /// <summary>The field with another pattern.</summary>
    /// <param name="field">The field.</param>
    /// <param name="name">One of <see cref="Names"/>; null for none.</param>
    /// <param name="message">What to tell when the value does not fit.</param>
    public static FormField With(FormField field, string? name, string? message)
    {
        ArgumentNullException.ThrowIfNull(field);
        var kept = field.Rules.RemoveAll(rule => Array.Exists(All, pattern => rule.Rule == Rule(field.Key, pattern.Pattern)));
        return field with { Rules = name is null ? kept : kept.Insert(0, new FormRule(Rule(field.Key, All.First(pattern => pattern.Name == name).Pattern), message)) };
    }

    /// <summary>The shortest text that a field takes; null for any.</summary>
    /// <param name="field">The field.</param>
    public static int? MinLength(FormField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.Rules.Select(rule => Shortest().Match(rule.Rule)).Where(match => match.Success && match.Groups[1].Value == field.Key)
            .Select(match => (int?)int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)).FirstOrDefault();
    }

    /// <summary>The field with another shortest text.</summary>
    /// <param name="field">The field.</param>
    /// <param name="length">In characters; null for any.</param>
    /// <param name="message">What to tell when it is shorter.</param>
    public static FormField WithMinLength(FormField field, int? length, string? message)
    {
        ArgumentNullException.ThrowIfNull(field);
        var kept = field.Rules.RemoveAll(rule => Shortest().Match(rule.Rule) is { Success: true } match && match.Groups[1].Value == field.Key);
        return field with { Rules = length is null or 0 ? kept : kept.Add(new FormRule(string.Create(CultureInfo.InvariantCulture, $"string length({field.Key}) >= {length}"), message)) };
    }

    /// <summary>The rules of a field that are not chosen in words.</summary>
    /// <param name="field">The field.</param>
    public static ImmutableArray<FormRule> Others(FormField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return WithMinLength(With(field, null, null), null, null).Rules;
    }

    /// <summary>The field under another name, in its own conditions too.</summary>
    /// <param name="field">The field.</param>
    /// <param name="key">The new name.</param>
    /// <returns>The field; conditions that are not chosen in words stay as they are, and the checks name them when they no longer fit.</returns>
    public static FormField Rename(FormField field, string key)
    {
        ArgumentNullException.ThrowIfNull(field);
        var (pattern, length) = (Of(field), MinLength(field));
        var said = field.Rules.FirstOrDefault(rule => Array.Exists(All, p => rule.Rule == Rule(field.Key, p.Pattern)))?.Message;
        var shortest = field.Rules.FirstOrDefault(rule => Shortest().IsMatch(rule.Rule))?.Message;
        var bare = field with { Key = key, Rules = Others(field) };
        return WithMinLength(With(bare, pattern, said), length, shortest);
    }

    private static string Rule(string key, string pattern) => $"matches({key}, \"{pattern}\")";

    [GeneratedRegex(@"^string length\((\w+)\) >= (\d{1,5})$")]
    private static partial Regex Shortest();
}
