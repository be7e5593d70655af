using Platform.Decisions.Feel;
using Platform.Kernel.Model;

namespace Platform.Kernel.Graph.Building;

/// <summary>Parses the expressions of a model as FEEL and reports what does not parse.</summary>
internal sealed class ExpressionReader(CompileOptions options, IReadOnlyCollection<string> knownNames, IssueList issues)
{
    /// <summary>The expression, or null when there is no text or it does not parse (which is reported).</summary>
    internal FeelExpression? Read(Expression? expression, ModelElement owner) =>
        expression is null ? null : Read(expression.Text, owner);

    /// <summary>The expression, or null when there is no text or it does not parse (which is reported).</summary>
    internal FeelExpression? Read(string? text, ModelElement owner)
    {
        string source = (text ?? "").Trim();
        source = options.ExpressionOverrides.GetValueOrDefault(source) ?? source;
        source = source.StartsWith('=') ? source[1..].Trim() : source;
        return source.Length == 0 ? null : Parse(source, owner);
    }

    /// <summary>A text that is meant as it stands unless it is overridden or begins with an equals sign; null when there is none.</summary>
    internal FeelText? ReadText(string? text, ModelElement owner)
    {
        string source = (text ?? "").Trim();
        if (source.Length == 0)
        {
            return null;
        }
        if (source.StartsWith('=') || options.ExpressionOverrides.ContainsKey(source))
        {
            return Read(source, owner) is { } expression ? FeelText.Computed(expression) : null;
        }
        if (source.Contains("${", StringComparison.Ordinal) || source.Contains("#{", StringComparison.Ordinal))
        {
            ReportForeign(source, owner);
            return null;
        }
        return FeelText.Constant(source);
    }

    /// <summary>Whether a foreign text has a FEEL replacement.</summary>
    internal bool Overrides(string text) => options.ExpressionOverrides.ContainsKey(text.Trim());

    /// <summary>The text of a timer: ISO 8601 or cron as it stands, anything else FEEL.</summary>
    internal TimerPlan? ReadTimer(TimerKind kind, Expression? expression, ModelElement owner)
    {
        string source = (expression?.Text ?? "").Trim();
        if (source.Length == 0)
        {
            return null;
        }
        bool isConstant = TimerSchedule.Parse(kind, source, TimeSpan.Zero) is not null;
        if (!isConstant && LooksLikeIso(source))
        {
            return null;
        }
        var text = isConstant ? FeelText.Constant(source)
            : Read(source, owner) is { } parsed ? FeelText.Computed(parsed)
            : null;
        return text is null ? null : new TimerPlan { Kind = kind, Text = text };
    }

    // PT5 would be a fine name in FEEL, but whoever wrote it meant a duration.
    private static bool LooksLikeIso(string text) =>
        text.TrimStart('-') is ['P', >= '0' and <= '9', ..] or ['P', 'T', ..] or ['R', '/' or (>= '0' and <= '9'), ..]
        || (text.Length > 4 && text[4] == '-' && text[..4].All(char.IsAsciiDigit));

    private FeelExpression? Parse(string source, ModelElement owner)
    {
        if (source.StartsWith("${", StringComparison.Ordinal) || source.StartsWith("#{", StringComparison.Ordinal))
        {
            ReportForeign(source, owner);
            return null;
        }
        var result = FeelExpression.Parse(source, knownNames);
        if (!result.IsValid)
        {
            string reason = result.Errors.Count > 0 ? result.Errors[0].Chinese : "无法解析。";
            issues.Error("bpmn.bad-expression", owner, $"“{IssueList.Label(owner)}”的表达式“{source}”有误：{reason}");
        }
        return result.Expression;
    }

    private void ReportForeign(string source, ModelElement owner) =>
        issues.Error(
            "bpmn.bad-expression",
            owner,
            $"“{IssueList.Label(owner)}”用了其他系统的表达式“{source}”，请改写为 FEEL。");
}
