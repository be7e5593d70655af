using System.Globalization;

namespace Platform.Designer.Conditions;

/// <summary>Writes one clause as FEEL.</summary>
internal static class ConditionWriter
{
    internal static string Write(ConditionClause clause, ConditionKind kind)
    {
        string first = clause.Values.IsEmpty ? Literal(string.Empty, kind) : Literal(clause.Values[0], kind);
        return (clause.Operator, kind) switch
        {
            (ConditionOperator.Contains, ConditionKind.List) => $"list contains({clause.Variable}, {first})",
            // A list that nobody filled in is null, and nothing can be counted of it.
            (ConditionOperator.IsEmpty, ConditionKind.List) => $"list contains([null, []], {clause.Variable})",
            (ConditionOperator.IsFilled, ConditionKind.List) => $"count({clause.Variable}) > 0",
            (ConditionOperator.Is, _) => $"{clause.Variable} = {first}",
            (ConditionOperator.IsNot, _) => $"{clause.Variable} != {first}",
            (ConditionOperator.Above, _) => $"{clause.Variable} > {first}",
            (ConditionOperator.AtLeast, _) => $"{clause.Variable} >= {first}",
            (ConditionOperator.Below, _) => $"{clause.Variable} < {first}",
            (ConditionOperator.AtMost, _) => $"{clause.Variable} <= {first}",
            (ConditionOperator.OneOf, _) => $"{clause.Variable} in ({string.Join(", ", clause.Values.Select(v => Literal(v, kind)))})",
            (ConditionOperator.Contains, _) => $"contains({clause.Variable}, {first})",
            (ConditionOperator.IsEmpty, _) => $"{clause.Variable} = null",
            (ConditionOperator.IsFilled, _) => $"{clause.Variable} != null",
            _ => throw new ArgumentOutOfRangeException(nameof(clause), clause.Operator, "Expected a known comparison."),
        };
    }

    internal static bool IsFinished(ConditionClause clause, ConditionKind kind) =>
        clause.Operator is ConditionOperator.IsEmpty or ConditionOperator.IsFilled
        || (!clause.Values.IsEmpty && clause.Values.All(v => Fits(v, kind) || (v.Length == 0 && clause.WrittenKind == ConditionKind.Text)));

    private static bool Fits(string value, ConditionKind kind) => kind switch
    {
        ConditionKind.Number => decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
        ConditionKind.Date => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        ConditionKind.Boolean => value is "true" or "false",
        _ => !string.IsNullOrWhiteSpace(value),
    };

    /// <summary>A value that does not fit its kind stays text, so that nothing typed is lost; the check beside the field says so.</summary>
    private static string Literal(string value, ConditionKind kind) => kind switch
    {
        ConditionKind.Number when decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) =>
            number.ToString(CultureInfo.InvariantCulture),
        ConditionKind.Date when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => $"date(\"{value}\")",
        ConditionKind.Boolean when value is "true" or "false" => value,
        _ => Quoted(value),
    };

    private static string Quoted(string value) =>
        $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal)}\"";
}
