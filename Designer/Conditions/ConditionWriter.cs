using System.Globalization;

namespace Platform.Designer.Conditions;

/// <summary>Writes one clause as FEEL.</summary>
internal static class ConditionWriter
{
    internal static string Write(ConditionClause clause, ConditionKind kind)
    {
        string first = clause.Values.IsEmpty ? Literal(string.Empty, kind) : Literal(clause.Values[0], kind);
        return clause.Operator switch
        {
            ConditionOperator.Is => $"{clause.Variable} = {first}",
            ConditionOperator.IsNot => $"{clause.Variable} != {first}",
            ConditionOperator.Above => $"{clause.Variable} > {first}",
            ConditionOperator.AtLeast => $"{clause.Variable} >= {first}",
            ConditionOperator.Below => $"{clause.Variable} < {first}",
            ConditionOperator.AtMost => $"{clause.Variable} <= {first}",
            ConditionOperator.OneOf => $"{clause.Variable} in ({string.Join(", ", clause.Values.Select(v => Literal(v, kind)))})",
            ConditionOperator.Contains => $"contains({clause.Variable}, {first})",
            ConditionOperator.IsEmpty => $"{clause.Variable} = null",
            ConditionOperator.IsFilled => $"{clause.Variable} != null",
            _ => throw new ArgumentOutOfRangeException(nameof(clause), clause.Operator, "Expected a known comparison."),
        };
    }

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
