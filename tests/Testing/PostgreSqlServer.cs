using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Platform.Testing;

/// <summary>
/// A real PostgreSQL server of our own on a free loopback port, run by an unprivileged account from a temporary folder and stopped with the process.
/// Where the environment variable <see cref="Variable"/> names a server, that one is used instead.
/// </summary>
public sealed class PostgreSqlServer : IDisposable
{
    /// <summary>Environment variable with a connection string to a server on which databases may be created.</summary>
    public const string Variable = "PLATFORM_TEST_POSTGRES";

    private readonly string? folder;
    private readonly string? account;
    private int isStopped;

    private PostgreSqlServer(string connectionString) => ConnectionString = connectionString;

    private PostgreSqlServer(string connectionString, string folder, string? account)
        : this(connectionString)
    {
        this.folder = folder;
        this.account = account;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    /// <summary>Connection to the server's maintenance database.</summary>
    public string ConnectionString { get; }

    /// <summary>Whether a server is named by the environment or can be started here.</summary>
    public static bool IsAvailable => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } || FindProgram("initdb") is not null;

    /// <summary>Uses the named server, or starts one.</summary>
    /// <param name="isDurable">Whether commits go to the disk as on a real server; tests that do not pull the plug need not wait for it.</param>
    public static PostgreSqlServer Start(bool isDurable)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return new PostgreSqlServer(given);
        }

        string initdb = FindProgram("initdb") ?? throw new InvalidOperationException($"Expected PostgreSQL's initdb or the variable {Variable}, but found neither.");
        string folder = Directory.CreateTempSubdirectory("platform-pg-").FullName;
        string? account = Environment.UserName == "root" ? "postgres" : null;
        if (account is not null)
        {
            Run(null, "chown", account, folder);
        }

        int port = FreePort();
        string data = Path.Combine(folder, "data");
        Run(account, initdb, "-D", data, "-U", "platform", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        string options = string.Create(CultureInfo.InvariantCulture, $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c max_connections=200");
        options += isDurable ? string.Empty : " -c fsync=off -c synchronous_commit=off -c full_page_writes=off";
        Run(account, Path.Combine(Path.GetDirectoryName(initdb)!, "pg_ctl"), "-D", data, "-w", "-o", options, "-l", Path.Combine(folder, "log"), "start");
        return new PostgreSqlServer(string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=platform;Database=postgres"), folder, account);
    }

    /// <summary>Creates a database of its own.</summary>
    /// <param name="template">Database to copy; nobody may be connected to it. Null: an empty one.</param>
    /// <returns>Connection string of the new database.</returns>
    public async Task<string> CreateDatabaseAsync(string? template)
    {
        var settings = new NpgsqlConnectionStringBuilder(ConnectionString) { Database = "d" + Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N") };
        await ExecuteAsync($"CREATE DATABASE {settings.Database}" + (template is null ? string.Empty : $" TEMPLATE {template}"));
        return settings.ToString();
    }

    /// <summary>Removes a database, whoever is connected to it.</summary>
    /// <param name="connectionString">As <see cref="CreateDatabaseAsync"/> gave it.</param>
    public Task DropDatabaseAsync(string connectionString) =>
        ExecuteAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");

    /// <inheritdoc />
    public void Dispose()
    {
        if (folder is not null && Interlocked.Exchange(ref isStopped, 1) == 0)
        {
            Run(account, Path.Combine(Path.GetDirectoryName(FindProgram("initdb")!)!, "pg_ctl"), "-D", Path.Combine(folder, "data"), "-m", "immediate", "-w", "stop");
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? FindProgram(string name)
    {
        IEnumerable<string> debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin"))
            : [];
        string[] path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        return debian.Concat(path).Where(d => File.Exists(Path.Combine(d, "pg_ctl"))).Select(d => Path.Combine(d, name)).FirstOrDefault(File.Exists);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Run(string? account, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(account is null ? program : "setpriv") { WorkingDirectory = "/", UseShellExecute = false };
        string[] all = account is null ? arguments : [$"--reuid={account}", $"--regid={account}", "--clear-groups", program, .. arguments];
        foreach (string argument in all)
        {
            start.ArgumentList.Add(argument);
        }

        // pg_ctl leaves the server behind with our streams, so they must not be pipes: it would never look finished.
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.ArgumentList.Insert(0, start.FileName);
        start.ArgumentList.Insert(0, "\"$0\" \"$@\" >/dev/null 2>&1 </dev/null");
        start.ArgumentList.Insert(0, "-c");
        start.FileName = "sh";
        using Process process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"Expected {program} to succeed, but it ended with {process.ExitCode}.");
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(ConnectionString + ";Pooling=false");
        await using NpgsqlCommand command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
