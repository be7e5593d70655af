using System.Globalization;
using Microsoft.Extensions.Localization;
using Platform.Designer.Texts;

namespace Platform.Designer.Conditions;

/// <summary>Says conditions as people read them: 当 仅存根 为 是.</summary>
/// <param name="texts">Texts of the panel, which the sentence editor uses too.</param>
public sealed class ConditionWords(IStringLocalizer<PanelTexts> texts)
{
    /// <summary>A condition in words; an expression that is no sentence is shown as what it is.</summary>
    /// <param name="feel">The condition in FEEL; empty text says that there is none.</param>
    /// <param name="variables">What is known by name; a name that is not known stands in quotation marks.</param>
    public string Of(string feel, IReadOnlyList<ConditionVariable> variables)
    {
        ArgumentNullException.ThrowIfNull(feel);
        ArgumentNullException.ThrowIfNull(variables);
        if (feel.Trim() == "true")
        {
            return texts["condition.Always"];
        }

        return ConditionSentence.Read(feel, [.. variables.Select(v => v.Name)]) switch
        {
            null => texts["condition.Expression", feel.Trim()],
            { Clauses.IsEmpty: true } => texts["condition.None"],
            var sentence => texts["condition.Sentence", string.Join(Link(sentence), sentence.Clauses.Select(c => Clause(c, variables)))],
        };
    }

    /// <summary>A comparison in words that fit what is compared.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="kind">Kind of the variable.</param>
    public string Operator(ConditionOperator comparison, ConditionKind kind) =>
        texts[$"condition.{kind}.{comparison}"] is { ResourceNotFound: false } fitting ? fitting.Value : texts[$"condition.{comparison}"];

    private string Link(ConditionSentence sentence) => texts[sentence.NeedsAll ? "condition.LinkAll" : "condition.LinkAny"];

    private string Clause(ConditionClause clause, IReadOnlyList<ConditionVariable> variables)
    {
        ConditionVariable? variable = variables.FirstOrDefault(v => v.Name == clause.Variable);
        string subject = variable?.Label ?? texts["condition.Unknown", clause.Variable];
        string comparison = Operator(clause.Operator, clause.WrittenKind is ConditionKind.List or ConditionKind.Boolean ? clause.WrittenKind.Value : variable?.Kind ?? clause.WrittenKind ?? ConditionKind.Text);
        return clause.Values.IsEmpty ? texts["condition.Bare", subject, comparison] : texts["condition.Clause", subject, comparison, Values(clause, variable)];
    }

    private string Values(ConditionClause clause, ConditionVariable? variable) => string.Join(texts["List.Comma"], clause.Values.Select(v => Value(v, clause, variable)));

    private string Value(string value, ConditionClause clause, ConditionVariable? variable) => (variable?.Kind ?? clause.WrittenKind) switch
    {
        _ when variable?.Choices.FirstOrDefault(c => c.Value == value) is { } choice => choice.Text,
        ConditionKind.Boolean => texts[value == "true" ? "condition.True" : "condition.False"],
        ConditionKind.Date when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) =>
            day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture),
        ConditionKind.Number => value,
        _ => texts["condition.Quoted", value],
    };
}
