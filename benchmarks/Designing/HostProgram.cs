using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Platform.Benchmarks.Designing;

/// <summary>The built application as a program of its own, with an empty data directory.</summary>
internal sealed class HostProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process program;
    private readonly DirectoryInfo data;

    private HostProgram(Process program, DirectoryInfo data, string address) => (this.program, this.data, Address) = (program, data, address);

    /// <summary>Where it answers.</summary>
    internal string Address { get; }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="root">Root of the checkout.</param>
    internal static async Task<HostProgram> StartAsync(string root)
    {
        DirectoryInfo data = Directory.CreateTempSubdirectory("platform-bench-host-");
        string address = $"http://127.0.0.1:{FreePort()}";
        ProcessStartInfo start = new("dotnet")
        {
            WorkingDirectory = Path.Combine(root, "Host"),
            RedirectStandardOutput = true,
            ArgumentList = { Path.Combine(root, "artifacts", "bin", "Platform.Host", "release", "Platform.Host.dll"), "--urls", address, "--Data:Directory", data.FullName, "--environment", "Development" },
        };
        HostProgram host = new(Process.Start(start)!, data, address);
        host.program.OutputDataReceived += (_, _) => { };
        host.program.BeginOutputReadLine();
        using HttpClient http = new() { Timeout = TimeSpan.FromSeconds(2) };
        for (Stopwatch waited = Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            try
            {
                if ((await http.GetAsync(new Uri(address + "/health/ready"))).IsSuccessStatusCode)
                {
                    return host;
                }
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException && waited.Elapsed < Patience)
            {
                // Not there yet.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        program.Kill(entireProcessTree: true);
        await program.WaitForExitAsync();
        program.Dispose();
        data.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
