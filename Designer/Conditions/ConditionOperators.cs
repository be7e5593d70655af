namespace Platform.Designer.Conditions;

/// <summary>Which comparisons make sense for what kind of value.</summary>
public static class ConditionOperators
{
    /// <summary>The comparisons of a kind in the order in which people are offered them; the first is the usual one.</summary>
    /// <param name="kind">Kind of the variable.</param>
    public static IReadOnlyList<ConditionOperator> For(ConditionKind kind) => [.. Enum.GetValues<ConditionOperator>().Where(op => kind switch
    {
        ConditionKind.Number or ConditionKind.Date => op is not ConditionOperator.Contains,
        ConditionKind.Boolean => op is ConditionOperator.Is or ConditionOperator.IsEmpty or ConditionOperator.IsFilled,
        ConditionKind.List => op is ConditionOperator.Contains or ConditionOperator.IsEmpty or ConditionOperator.IsFilled,
        ConditionKind.Other => op is ConditionOperator.IsEmpty or ConditionOperator.IsFilled,
        ConditionKind.Choice => op is ConditionOperator.Is or ConditionOperator.IsNot or ConditionOperator.OneOf or ConditionOperator.IsEmpty or ConditionOperator.IsFilled,
        _ => op is ConditionOperator.Is or ConditionOperator.IsNot or ConditionOperator.OneOf or ConditionOperator.Contains or ConditionOperator.IsEmpty or ConditionOperator.IsFilled,
    })];

    /// <summary>What a new comparison with a variable begins with.</summary>
    /// <param name="variable">The variable; null when it is not known.</param>
    public static string FirstValue(ConditionVariable? variable) => variable switch
    {
        { Choices: [var first, ..] } => first.Value,
        { Kind: ConditionKind.Number } => "0",
        { Kind: ConditionKind.Boolean } => "true",
        _ => "",
    };
}
