using System.Globalization;
using Platform.Governance.Cases;

namespace Platform.Governance.Figures;

/// <summary>The figures of a period as lines of text, each rate with its denominator.</summary>
public static class FigureLines
{
    /// <summary>The lines.</summary>
    /// <param name="figures">The figures.</param>
    public static IReadOnlyList<string> Of(PeriodFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"建账 {figures.Booked} 件（重复来件另计 {figures.Merged}，未办结 {figures.Open}）"),
            "按账别  " + Join(figures.ByLedger, Ledgers.Name),
            "按层级  " + Join(figures.ByLevel, level => level switch { "X" => "县", "Z" => "镇", _ => "村" }),
            "按渠道  " + Join(figures.ByChannel, name => name),
            "按结果  " + Join(figures.ByResult, name => name),
            "按月份  " + Join(figures.ByMonth, month => month),
            $"参评率  {figures.Rated}",
            $"信访（调度）部门满意率  {figures.DepartmentSatisfaction}",
            $"责任部门满意率  {figures.ResponsibleSatisfaction}",
            $"按期率（承诺）  {figures.OnTimePromise}",
            $"按期率（法定）  {figures.OnTimeLegal}",
            $"重办率  {figures.Reworked}",
            string.Create(CultureInfo.InvariantCulture, $"退办 {figures.Objected}，协办 {figures.CoHandled}，延期 {figures.Extended}，暂停 {figures.Paused}，超期 {figures.Overdue}（{string.Join("，", figures.LateByLine.OrderBy(pair => pair.Key).Select(pair => $"线{pair.Key} {pair.Value}"))}）"),
        ];
    }

    private static string Join(IReadOnlyDictionary<string, int> counts, Func<string, string> name) =>
        string.Join("，", counts.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{name(pair.Key)} {pair.Value}")));
}
