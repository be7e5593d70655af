using System.Globalization;
using Platform.Governance.Demo;
using Platform.Governance.Rehearsals;
using Platform.Governance.Scenarios;
using Platform.Kernel;
using Platform.Persistence.Sqlite;

namespace Platform.Host.Commands;

/// <summary><c>scenario DIR|FILE</c>: runs a template's scenarios on the real engine, each with a fresh database and a virtual clock.</summary>
public static class ScenarioCommand
{

    /// <summary>Runs the command.</summary>
    /// <param name="args">A template folder or one scenario file in it.</param>
    /// <returns>0 when every scenario passed, 1 when one failed, 2 for wrong arguments.</returns>
    public static Task<int> RunAsync(string[] args) => RunAsync(args, Console.Out, CancellationToken.None);

    /// <summary>Runs the command.</summary>
    /// <param name="args">A template folder or one scenario file in it.</param>
    /// <param name="output">Where to report.</param>
    /// <param name="ct">Gives up between two scenarios.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        var files = args is [var path] ? Files(path) : [];
        if (files.Count == 0)
        {
            await output.WriteLineAsync("用法：scenario 模板目录|剧本文件（*.scenario.yaml）");
            return 2;
        }

        var passed = 0;
        foreach (var file in files)
        {
            var result = await PlayAsync(file, ct);
            passed += result.IsSuccess ? 1 : 0;
            await output.WriteLineAsync(result.Match(
                steps => string.Create(CultureInfo.InvariantCulture, $"通过  {Path.GetFileName(file)}  {steps} 步"),
                problem => $"失败  {Path.GetFileName(file)}  {problem.Message}"));
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {files.Count - passed} failed, 0 skipped"));
        return passed == files.Count ? 0 : 1;
    }

    /// <summary>Plays one scenario file.</summary>
    /// <param name="file">The file; its folder is the template.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>How many steps it has; or why it failed.</returns>
    public static async Task<Result<int>> PlayAsync(string file, CancellationToken ct)
    {
        var read = ScenarioReader.Read(Path.GetFileName(file), await File.ReadAllTextAsync(file, ct));
        if (!read.IsSuccess)
        {
            return read.Problem!;
        }

        var folder = Directory.CreateTempSubdirectory("shanzhi-scenario-");
        try
        {
            await using var rehearsal = await Rehearsal.OpenAsync(
                read.Value.Start, Path.GetDirectoryName(Path.GetFullPath(file))!, options => options.UseSqlite(Path.Combine(folder.FullName, "scenario.db")), null, ct);
            return await rehearsal.Get<ScenarioPlay>().PlayAsync(DemoCounty.TenantId, read.Value, rehearsal.Clock, ct);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IReadOnlyList<string> Files(string path) => path switch
    {
        _ when Directory.Exists(path) => [.. Directory.EnumerateFiles(path, "*" + RehearsalSuite.FileEnding, SearchOption.AllDirectories).Order(StringComparer.Ordinal)],
        _ when File.Exists(path) => [path],
        _ => [],
    };
}
