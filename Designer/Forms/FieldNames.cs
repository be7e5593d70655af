using System.Collections.Immutable;
using Platform.Designer.Conditions;

namespace Platform.Designer.Forms;

/// <summary>Lets conditions and calculations follow a field that gets another name. What is written by hand stays as it is. Pure.</summary>
internal static class FieldNames
{
    /// <summary>The form with another name of a field wherever a sentence or a usual calculation asks for it.</summary>
    /// <param name="form">The form; the field has its new name already.</param>
    /// <param name="from">The name that it had.</param>
    /// <param name="to">The name that it has.</param>
    internal static FormDocument Follow(FormDocument form, string from, string to) => form with
    {
        Fields =
        [
            .. form.Fields.Select(field => field with
            {
                Required = Renamed(field.Required, from, to),
                Visible = Renamed(field.Visible, from, to),
                Calculated = Calculated(field.Calculated, from, to),
                Rules = [.. field.Rules.Select(rule => rule with { Rule = Renamed(rule.Rule, from, to)! })],
                Unfinished = field.Unfinished.ToImmutableSortedDictionary(pair => pair.Key, pair => Renamed(pair.Value, from, to)!, StringComparer.Ordinal),
            }),
        ],
        Rules = [.. form.Rules.Select(rule => rule with { Rule = Renamed(rule.Rule, from, to)! })],
    };

    private static string? Renamed(string? feel, string from, string to) =>
        feel is not null && ConditionSentence.Read(feel, [from]) is { } sentence && sentence.Clauses.Any(clause => clause.Variable == from)
            ? (sentence with { Clauses = [.. sentence.Clauses.Select(clause => clause.Variable == from ? clause with { Variable = to } : clause)] }).ToFeel(_ => null)
            : feel;

    private static string? Calculated(string? feel, string from, string to) =>
        FieldFormula.Read(feel) is { } formula && (formula.First == from || formula.Second == from)
            ? (formula with { First = formula.First == from ? to : formula.First, Second = formula.Second == from ? to : formula.Second }).Write()
            : feel;
}
