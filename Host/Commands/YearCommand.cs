using System.Diagnostics;
using System.Globalization;
using Platform.Governance.Demo;
using Platform.Governance.Figures;
using Platform.Governance.Sealing;
using Platform.Persistence.PostgreSql;
using Platform.Persistence.Sqlite;
using Platform.Runtime;
using Platform.Runtime.Calendar;

namespace Platform.Host.Commands;

/// <summary>
/// <c>year --database sqlite|postgres</c>: drives the synthetic year of 1,039 cases through the real engine and prints its figures.
/// With <c>--folder</c> the run survives its process: the same command again goes on where it stood.
/// </summary>
public static class YearCommand
{
    private const string Usage =
        "用法：year --database sqlite|postgres [--connection 连接串] [--template 模板目录] [--cases 件数] [--folder 保存目录（可续办）]";

    private static readonly DateTimeOffset Start = new(2020, 1, 1, 0, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Runs the command.</summary>
    /// <param name="args">
    /// <c>--database sqlite</c> (default) or <c>--database postgres</c> with <c>--connection</c> or the variable SHANZHI_POSTGRES; <c>--template</c> names
    /// the template folder; <c>--cases</c> takes only the first so many cases; <c>--folder</c> keeps the journal, the key and the SQLite file.
    /// </param>
    /// <returns>0 when the year ran through, 2 for wrong arguments.</returns>
    public static Task<int> RunAsync(string[] args) => RunAsync(args, Console.Out, CancellationToken.None);

    /// <summary>Runs the command.</summary>
    /// <param name="args">As above.</param>
    /// <param name="output">Where to report.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        var settings = new ConfigurationBuilder().AddCommandLine(args).Build();
        if (settings["folder"] is { } kept)
        {
            Directory.CreateDirectory(kept);
            using var journal = YearJournal.Open(Path.Combine(kept, "year.journal"));
            return await RunAsync(settings, kept, journal, output, ct);
        }

        var folder = Directory.CreateTempSubdirectory("shanzhi-year-");
        try
        {
            return await RunAsync(settings, folder.FullName, null, output, ct);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> RunAsync(IConfiguration settings, string folder, YearJournal? journal, TextWriter output, CancellationToken ct)
    {
        var most = int.MaxValue;
        if (Choose(settings, folder) is not { } database || (settings["cases"] is { } cases && !int.TryParse(cases, NumberStyles.None, CultureInfo.InvariantCulture, out most)))
        {
            await output.WriteLineAsync(Usage);
            return 2;
        }

        var watch = Stopwatch.StartNew();
        var template = settings["template"] ?? Path.Combine("workflows", "shiquan-three-ledgers");
        await using var rehearsal = await Rehearsal.OpenAsync(Start, template, database, SealKey.FromFile(Path.Combine(folder, "seal.key")), ct);
        var county = QingyuanCounty.Build(DemoCounty.TenantId, Start);
        var calendar = await rehearsal.Get<CalendarCache>().GetAsync(DemoCounty.TenantId, ct);
        var year = new YearGenerator(county.Villages, county.Accusable, calendar.IsWorkingDay).Make().Take(most).ToList();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"准备 {watch.Elapsed.TotalSeconds:0.0} 秒；开始办理 {year.Count} 件"));
        watch.Restart();
        var acts = await rehearsal.Get<YearRun>().RunAsync(DemoCounty.TenantId, year, rehearsal.Clock, journal, new Bar(output), ct);
        await output.WriteLineAsync();
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"办理 {watch.Elapsed.TotalSeconds:0.0} 秒，{acts} 次操作，{acts / watch.Elapsed.TotalSeconds:0} 次/秒"));
        var figures = await rehearsal.Get<Statistics>().CountyAsync(DemoCounty.TenantId, Start, Start.AddYears(1), ct);
        foreach (var line in FigureLines.Of(figures))
        {
            await output.WriteLineAsync(line);
        }

        return 0;
    }

    private static Action<PlatformRuntimeOptions>? Choose(IConfiguration settings, string folder)
    {
        var connection = settings["connection"] ?? Environment.GetEnvironmentVariable("SHANZHI_POSTGRES");
        return settings["database"] switch
        {
            null or "sqlite" => options => options.UseSqlite(Path.Combine(folder, "year.db")),
            "postgres" when connection is not null => options => options.UsePostgreSql(connection),
            _ => null,
        };
    }

    /// <summary>A bar that is redrawn when the percentage changes; plain lines every tenth when the output is no terminal.</summary>
    private sealed class Bar(TextWriter output) : IProgress<(int Over, int All)>
    {
        private int shown = -1;

        public void Report((int Over, int All) value)
        {
            var percent = value.Over * 100 / value.All;
            var due = Console.IsOutputRedirected ? percent / 10 * 10 : percent;
            if (due == shown)
            {
                return;
            }

            shown = due;
            var bar = new string('█', percent / 4) + new string('░', 25 - (percent / 4));
            var line = string.Create(CultureInfo.InvariantCulture, $"{bar} {percent,3}%  已办结 {value.Over}/{value.All}");
            output.Write(Console.IsOutputRedirected ? line + Environment.NewLine : "\r" + line);
        }
    }
}
