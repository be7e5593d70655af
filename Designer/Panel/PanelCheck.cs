using System.Globalization;
using Platform.Decisions.Feel;

namespace Platform.Designer.Panel;

/// <summary>Checks a value as it is typed.</summary>
public static class PanelCheck
{
    /// <summary>What is wrong with a value: the key of a text and what the text names, or null when nothing is.</summary>
    /// <param name="input">How the value is entered.</param>
    /// <param name="value">The value as typed.</param>
    public static PanelProblem? Check(PanelInput input, string? value) => input switch
    {
        PanelInput.Text when string.IsNullOrWhiteSpace(value) => new PanelProblem("Check.Empty", ""),
        PanelInput.Count when !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count > 100_000 => new PanelProblem("Check.Count", ""),
        PanelInput.Share when !double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double share) || share is < 0 or > 1 => new PanelProblem("Check.Share", ""),
        PanelInput.Percent when !double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double percent) || percent is < 0 or > 100 => new PanelProblem("Check.Percent", ""),
        PanelInput.Number when !decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) => new PanelProblem("Check.Number", ""),
        PanelInput.Date when !DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => new PanelProblem("Check.Date", ""),
        PanelInput.Feel when !string.IsNullOrWhiteSpace(value) && FeelExpression.Parse(value) is { IsValid: false } failed =>
            new PanelProblem("Check.Feel", failed.Errors[0].Chinese, failed.Errors[0].Start + 1),
        _ => null,
    };
}

/// <summary>Something wrong with a typed value.</summary>
/// <param name="TextKey">Key in the panel's texts.</param>
/// <param name="Detail">What the text names; may be empty.</param>
/// <param name="Position">Where in the value, from 1; 0 for the whole value.</param>
public sealed record PanelProblem(string TextKey, string Detail, int Position = 0);
