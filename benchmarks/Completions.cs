using System.Globalization;
using Npgsql;
using Platform.Persistence.PostgreSql;
using Platform.Persistence.Sqlite;
using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Sql;
using Platform.Testing;

namespace Platform.Benchmarks;

/// <summary>
/// <c>completions --database sqlite|postgres --concurrency 1,8 --waiting 0,50000</c>: the nine-step process through the whole engine beside the floor,
/// in turns on the same database within one run, and the ratio of the two.
/// </summary>
internal static class Completions
{
    private const int Rounds = 5;

    internal static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        string kind = Option(args, "--database", "sqlite");
        int[] concurrencies = Numbers(Option(args, "--concurrency", "1,8"));
        int[] waitings = Numbers(Option(args, "--waiting", "0,50000"));
        double seconds = double.Parse(Option(args, "--seconds", "4"), CultureInfo.InvariantCulture);
        using PostgreSqlServer? server = kind == "postgres" ? PostgreSqlServer.Start(isDurable: true) : null;
        string place = server is null ? Path.Combine(Directory.CreateTempSubdirectory("platform-bench-").FullName, "bench.db") : await server.CreateDatabaseAsync(null);
        await using PlatformDatabase database = Open(kind, place);
        await database.MigrateAsync(CancellationToken.None);
        Script script = await RecordAsync(database, kind, place);
        await using NineSteps engine = await NineSteps.OpenAsync(database);
        await using IFloor floor = server is null ? new SqliteFloor(place) : new PostgreSqlFloor(place);

        await output.WriteLineAsync($"{database.ProviderName}, {Environment.ProcessorCount} cores, start and nine completions = {NineSteps.Steps} steps, medians of {Rounds} rounds of {seconds} s each");
        await output.WriteLineAsync("waiting callers |  engine/s   floor/s  ratio | engine p50 ms  p99 ms  cpu us | floor p50 ms  p99 ms  cpu us");
        int filled = 0;
        foreach (int waiting in waitings.Order())
        {
            await floor.FillAsync(Enumerable.Range(0, waiting - filled).Select(_ => script.Next()[0]));
            filled = waiting;
            foreach (int callers in concurrencies)
            {
                // Until the compiler has settled on its best code for both, and the server knows the size of its tables, as it does after a minute of work.
                await Load.RunAsync(callers, seconds * 2, engine.RunAsync);
                await Load.RunAsync(callers, seconds, onStep => RunFloorAsync(floor, script, onStep));
                if (server is not null)
                {
                    await AnalyzeAsync(place);
                }

                await MeasureAsync(engine, floor, script, waiting, callers, seconds, output);
            }
        }

        return 0;
    }

    private static async Task MeasureAsync(NineSteps engine, IFloor floor, Script script, int waiting, int callers, double seconds, TextWriter output)
    {
        List<Load.Figures> engines = [];
        List<Load.Figures> floors = [];
        for (int round = 0; round < Rounds; round++)
        {
            engines.Add(await Load.RunAsync(callers, seconds, engine.RunAsync));
            floors.Add(await Load.RunAsync(callers, seconds, onStep => RunFloorAsync(floor, script, onStep)));
        }

        Load.Figures e = Load.Median(engines);
        Load.Figures f = Load.Median(floors);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{waiting,7} {callers,7} | {e.PerSecond,9:F0} {f.PerSecond,9:F0} {e.PerSecond / f.PerSecond,6:F2} | {e.P50,13:F3} {e.P99,7:F2} {e.Cpu,7:F0} | {f.P50,12:F3} {f.P99,7:F2} {f.Cpu,7:F0}"));
    }

    private static async Task RunFloorAsync(IFloor floor, Script script, Action<long> onStep)
    {
        foreach (Statement[] step in script.Next())
        {
            long began = TimeProvider.System.GetTimestamp();
            await floor.CommitAsync(step);
            onStep(began);
        }
    }

    /// <summary>Two matters through the engine, from which the floor learns its statements.</summary>
    private static async Task<Script> RecordAsync(PlatformDatabase database, string kind, string place)
    {
        var recording = new RecordingDatabase(Open(kind, place));
        await using NineSteps engine = await NineSteps.OpenAsync(recording);
        recording.Commits.Clear();
        await engine.RunAsync(_ => { });
        List<Statement[]> one = [.. recording.Commits];
        recording.Commits.Clear();
        await engine.RunAsync(_ => { });
        await database.WriteAsync(
            (db, _) =>
            {
                // The measured engine seeds the same county again.
                db.RemoveRange(db.Memberships);
                db.RemoveRange(db.Posts);
                db.RemoveRange(db.People);
                db.RemoveRange(db.OrgUnits);
                return Task.FromResult(true);
            },
            CancellationToken.None);
        return new Script(one, recording.Commits);
    }

    private static PlatformDatabase Open(string kind, string place)
    {
        var model = new PlatformModel([]);
        return kind switch
        {
            "sqlite" => new SqliteDatabase(place, model),
            "postgres" => new PostgreSqlDatabase(place, model),
            _ => throw new ArgumentException($"Expected sqlite or postgres, but got {kind}."),
        };
    }

    private static async Task AnalyzeAsync(string connectionString)
    {
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(connectionString);
        await using NpgsqlCommand command = source.CreateCommand("VACUUM ANALYZE");
        await command.ExecuteNonQueryAsync();
    }

    private static string Option(string[] args, string name, string otherwise)
    {
        int index = Array.IndexOf(args, name);
        return index >= 0 && index + 1 < args.Length ? args[index + 1] : otherwise;
    }

    private static int[] Numbers(string text) => [.. text.Split(',').Select(t => int.Parse(t, CultureInfo.InvariantCulture))];
}
