using Platform.Decisions.Feel;

namespace Platform.Runtime.Forms;

/// <summary>Finds what is wrong in a form before it is published.</summary>
internal static class FormLint
{
    /// <summary>A sentence about the first fault, or null.</summary>
    public static string? FirstFault(FormSpec form) =>
        form.Format != 1 ? $"不认识的格式版本 {form.Format}。"
        : form.Fields.GroupBy(f => f.Key, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice ? $"字段“{twice.Key}”出现了两次。"
        : form.Fields.Select(Fault).FirstOrDefault(f => f is not null)
        ?? form.Validation.Select(r => Fault(r.Parsed, "整表校验")).FirstOrDefault(f => f is not null);

    private static string? Fault(FieldSpec field)
    {
        if (string.IsNullOrWhiteSpace(field.Key) || string.IsNullOrWhiteSpace(field.Label))
        {
            return "有字段缺少 key 或 label。";
        }

        if (field.Type is FieldType.Choice or FieldType.MultiChoice && field.Options.IsDefaultOrEmpty && field.Dictionary is null)
        {
            return $"字段“{field.Label}”没有可选项。";
        }

        if (field.MaxLength is < 1 or > 20_000)
        {
            return $"字段“{field.Label}”的最大长度应在 1 到 20000 之间。";
        }

        // The form designer leaves a condition empty until it is finished.
        if (field.Required is "" || field.Visible is "" || field.Validation.Any(rule => rule.Rule.Length == 0))
        {
            return $"字段“{field.Label}”的条件还没有填完。";
        }

        return Fault(field.ParsedRequired, field.Label) ?? Fault(field.ParsedVisible, field.Label) ?? Fault(field.ParsedDefault, field.Label) ?? Fault(field.ParsedCalculated, field.Label)
            ?? field.Validation.Select(r => Fault(r.Parsed, field.Label)).FirstOrDefault(f => f is not null);
    }

    private static string? Fault(FeelParseResult<FeelExpression>? parsed, string where) =>
        parsed is null or { IsValid: true } ? null : $"“{where}”的表达式有误：{parsed.Errors[0].Chinese}";
}
