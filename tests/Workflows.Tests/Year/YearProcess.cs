using System.Diagnostics;
using System.Globalization;
using Platform.Host.Commands;

namespace Platform.Workflows.Tests.Year;

/// <summary>The year in a process of its own, which a test may kill.</summary>
internal sealed class YearProcess : IDisposable
{
    private readonly Process process;
    private readonly List<string> lines = [];
    private readonly TaskCompletionSource working = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private YearProcess(Process process) => this.process = process;

    /// <summary>What it printed so far.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (lines)
            {
                return [.. lines];
            }
        }
    }

    public static YearProcess Start(YearPlace place, int cases)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        string[] arguments =
        [
            typeof(YearCommand).Assembly.Location, "year", "--database", place.Connection is null ? "sqlite" : "postgres", "--connection", place.Connection ?? "none",
            "--folder", place.Folder, "--template", TemplateFiles.ThreeLedgers, "--cases", cases.ToString(CultureInfo.InvariantCulture),
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var year = new YearProcess(new Process { StartInfo = start });
        year.process.OutputDataReceived += (_, line) => year.Hear(line.Data);
        year.process.Start();
        year.process.BeginOutputReadLine();
        return year;
    }

    /// <summary>Lets it work on cases for a while, then kills it without a chance to clean up.</summary>
    /// <returns>Whether it was still running.</returns>
    public async Task<bool> KillAfterAsync(TimeSpan time)
    {
        await working.Task.WaitAsync(TimeSpan.FromMinutes(2));
        var ended = process.WaitForExitAsync();
        await Task.WhenAny(ended, Task.Delay(time));
        var killed = !ended.IsCompleted;
        process.Kill();
        await process.WaitForExitAsync();
        return killed;
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync()
    {
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(10));
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            working.TrySetResult();
            return;
        }

        lock (lines)
        {
            lines.Add(line);
        }

        if (line.StartsWith("准备", StringComparison.Ordinal))
        {
            working.TrySetResult();
        }
    }
}
