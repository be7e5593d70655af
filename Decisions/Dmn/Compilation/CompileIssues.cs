using Platform.Decisions.Dmn.Model;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Dmn.Compilation;

/// <summary>Collects what is wrong with a model.</summary>
internal sealed class CompileIssues
{
    private readonly List<DmnIssue> _issues = [];

    internal IReadOnlyList<DmnIssue> All => _issues;

    internal void Error(DmnElement element, string code, string chinese, string english) =>
        Add(element, DmnIssueSeverity.Error, code, chinese, english);

    internal void Warning(DmnElement element, string code, string chinese, string english) =>
        Add(element, DmnIssueSeverity.Warning, code, chinese, english);

    internal void BadExpression(DmnElement element, string where, string text, IReadOnlyList<FeelWarning> errors)
    {
        var first = errors.Count > 0 ? errors[0] : null;
        Error(
            element,
            "dmn.bad-expression",
            $"「{where}」的表达式“{Shorten(text)}”有误：{first?.Chinese}",
            $"'{where}': expression '{Shorten(text)}' is wrong: {first?.English}");
    }

    internal static string Shorten(string text)
    {
        const int Longest = 60;
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : string.Concat(line.AsSpan(0, Longest), "…");
    }

    private void Add(DmnElement element, DmnIssueSeverity severity, string code, string chinese, string english) => _issues.Add(new DmnIssue
    {
        Code = code,
        Severity = severity,
        Chinese = chinese.EndsWith('。') ? chinese : chinese + "。",
        English = english.EndsWith('.') ? english : english + ".",
        Line = element.SourceLine,
        ElementId = element.Id,
    });
}
