using System.Text.RegularExpressions;
using Platform.Decisions.Feel;

namespace Platform.Designer.Forms;

/// <summary>Finds what is wrong with a form while it is designed. Finds at least everything for which publishing would refuse it. Pure.</summary>
public static partial class FormChecks
{
    private const int LongestText = 20_000;

    /// <summary>What is wrong, in the order of the fields.</summary>
    /// <param name="form">The form.</param>
    /// <param name="dictionaries">Names of the dictionaries there are.</param>
    public static IReadOnlyList<FormIssue> Of(FormDocument form, IReadOnlyCollection<string> dictionaries)
    {
        ArgumentNullException.ThrowIfNull(form);
        var issues = new List<FormIssue>();
        if (string.IsNullOrWhiteSpace(form.Title))
        {
            issues.Add(new FormIssue(-1, "title", "Empty"));
        }

        for (var index = 0; index < form.Fields.Length; index++)
        {
            issues.AddRange(Names(form, index));
            issues.AddRange(Values(form.Fields[index], index, dictionaries));
            issues.AddRange(Expressions(form.Fields[index], index));
        }

        issues.AddRange(form.Rules.SelectMany(rule => Expression(rule.Rule, -1, "validation")));
        return issues;
    }

    private static IEnumerable<FormIssue> Names(FormDocument form, int index)
    {
        var field = form.Fields[index];
        if (string.IsNullOrWhiteSpace(field.Label))
        {
            yield return new FormIssue(index, "label", "Empty");
        }

        if (!Key().IsMatch(field.Key))
        {
            yield return new FormIssue(index, "key", "Key");
        }
        else if (form.Fields.Take(index).Any(other => other.Key == field.Key))
        {
            yield return new FormIssue(index, "key", "KeyTwice", field.Key);
        }
        else if (field.Key == "outcome")
        {
            yield return new FormIssue(index, "key", "KeyTaken", field.Key);
        }
    }

    private static IEnumerable<FormIssue> Values(FormField field, int index, IReadOnlyCollection<string> dictionaries)
    {
        if (field.HasOptions && field.Dictionary is { } dictionary)
        {
            if (!dictionaries.Contains(dictionary))
            {
                yield return new FormIssue(index, "dictionary", "NoDictionary", dictionary);
            }
        }
        else if (field.HasOptions && field.Options.IsEmpty)
        {
            yield return new FormIssue(index, "options", "NoOptions");
        }
        else if (field.HasOptions && field.Options.Any(option => string.IsNullOrWhiteSpace(option.Value) || string.IsNullOrWhiteSpace(option.Text)))
        {
            yield return new FormIssue(index, "options", "OptionEmpty");
        }
        else if (field.HasOptions && field.Options.GroupBy(option => option.Value, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            yield return new FormIssue(index, "options", "OptionTwice", twice.Key);
        }

        if (field.MaxLength is < 1 or > LongestText)
        {
            yield return new FormIssue(index, "maxLength", "MaxLength");
        }

        if (FieldPatterns.MinLength(field) > (field.MaxLength ?? LongestText))
        {
            yield return new FormIssue(index, "minLength", "Lengths");
        }

        if (field.Min > field.Max)
        {
            yield return new FormIssue(index, "min", "Range");
        }

        if (field.Calculated is not null && field.Required is not null)
        {
            yield return new FormIssue(index, "calculated", "CalculatedRequired");
        }
    }

    private static IEnumerable<FormIssue> Expressions(FormField field, int index) =>
        Expression(field.Required, index, "required")
            .Concat(Expression(field.Visible, index, "visible"))
            .Concat(Expression(field.Default, index, "default"))
            .Concat(Expression(field.Calculated, index, "calculated"))
            .Concat(field.Rules.SelectMany(rule => Expression(rule.Rule, index, "validation")));

    private static IEnumerable<FormIssue> Expression(string? text, int index, string setting)
    {
        if (text is null)
        {
            yield break;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            yield return new FormIssue(index, setting, "Unfinished");
            yield break;
        }

        var parsed = FeelExpression.Parse(text);
        if (!parsed.IsValid)
        {
            yield return new FormIssue(index, setting, "Feel", parsed.Errors[0].Chinese, parsed.Errors[0].Start + 1);
        }
    }

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}_]{0,59}$")]
    private static partial Regex Key();
}
