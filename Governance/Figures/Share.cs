using System.Globalization;

namespace Platform.Governance.Figures;

/// <summary>A rate that is never shown without what it is a rate of.</summary>
/// <param name="Part">How many.</param>
/// <param name="Whole">Of how many.</param>
public readonly record struct Share(int Part, int Whole)
{
    /// <summary>Percent with one decimal, half away from zero; null when there is nothing to divide by.</summary>
    public decimal? Percent => Whole == 0 ? null : Math.Round(100m * Part / Whole, 1, MidpointRounding.AwayFromZero);

    /// <summary>1036/1039 = 99.7%, or 0/0 when there is nothing.</summary>
    public override string ToString() => Percent is { } percent
        ? string.Create(CultureInfo.InvariantCulture, $"{Part}/{Whole} = {percent:0.0}%") : "0/0";
}
