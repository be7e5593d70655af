using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Runtime.Calendar;

/// <summary>
/// Statutory holidays and make-up working days (调休) of the People's Republic of China, 2020 to 2026, as the State
/// Council's notices fix them. Years without a notice follow the week.
/// </summary>
public static class NationalHolidays
{
    private const int FirstYear = 2020;
    private const int LastYear = 2026;

    /// <summary>Every day that differs from the week, by date.</summary>
    public static FrozenDictionary<DateOnly, CalendarDay> Days { get; } = Load();

    /// <summary>Whether a State Council notice covers the year; deadlines beyond are provisional.</summary>
    public static bool Covers(int year) => year is >= FirstYear and <= LastYear;

    private static FrozenDictionary<DateOnly, CalendarDay> Load()
    {
        var days = new Dictionary<DateOnly, CalendarDay>();
        for (var year = FirstYear; year <= LastYear; year++)
        {
            using var stream = typeof(NationalHolidays).Assembly
                .GetManifestResourceStream($"Platform.Runtime.Calendar.{year}.json")
                ?? throw new InvalidOperationException($"Expected the holidays of {year} in the assembly, but they are missing.");
            var file = JsonSerializer.Deserialize(stream, HolidayJson.Default.HolidayFile)
                ?? throw new InvalidOperationException($"Expected a holiday file for {year}, but it is empty.");

            // A year's file also holds days around New Year that the neighbouring year's notice announced.
            foreach (var day in file.Days)
            {
                days[day.Date] = new CalendarDay(day.Date, !day.IsOffDay, day.Name);
            }
        }

        return days.ToFrozenDictionary();
    }
}

/// <summary>One file of the embedded data set.</summary>
internal sealed record HolidayFile(IReadOnlyList<HolidayEntry> Days);

/// <summary>One day of the embedded data set.</summary>
internal sealed record HolidayEntry(string Name, DateOnly Date, bool IsOffDay);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HolidayFile))]
internal sealed partial class HolidayJson : JsonSerializerContext;
