using System.Globalization;

namespace Platform.Designer.Panel;

/// <summary>A span of time as people give it: a number and a unit. It is written as ISO 8601, such as <c>P5D</c> or <c>PT2H</c>.</summary>
/// <param name="Amount">How many, from 0.</param>
/// <param name="Unit">One of <see cref="Units"/>.</param>
public sealed record PanelDuration(int Amount, string Unit)
{
    /// <summary>The units, largest first.</summary>
    public static IReadOnlyList<string> Units { get; } = ["day", "hour", "minute"];

    /// <summary>Reads a span that has one number and one of the units; null for anything else.</summary>
    /// <param name="text">ISO 8601.</param>
    public static PanelDuration? Read(string? text) => text switch
    {
        ['P', 'T', .. var hours, 'H'] when Number(hours) is { } amount => new PanelDuration(amount, "hour"),
        ['P', 'T', .. var minutes, 'M'] when Number(minutes) is { } amount => new PanelDuration(amount, "minute"),
        ['P', .. var days, 'D'] when Number(days) is { } amount => new PanelDuration(amount, "day"),
        _ => null,
    };

    /// <summary>The span as ISO 8601.</summary>
    public override string ToString() => Unit switch
    {
        "hour" => string.Create(CultureInfo.InvariantCulture, $"PT{Amount}H"),
        "minute" => string.Create(CultureInfo.InvariantCulture, $"PT{Amount}M"),
        _ => string.Create(CultureInfo.InvariantCulture, $"P{Amount}D"),
    };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= 100_000 ? number : null;
}
