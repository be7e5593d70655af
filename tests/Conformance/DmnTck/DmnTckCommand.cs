using System.Globalization;

namespace Platform.Conformance.DmnTck;

/// <summary>
/// <c>dmn-tck DIR [--failures] [--warnings] [--markdown FILE]</c>: runs the folders of the DMN TCK below a directory. A line for each
/// folder, and last <c>N passed, N failed, N skipped</c>. With <c>--warnings</c> an error must also have been reported.
/// </summary>
internal static class DmnTckCommand
{
    internal static int Run(string[] args, TextWriter output)
    {
        if (args is not [var directory, .. var options] || !Directory.Exists(directory))
        {
            output.WriteLine("usage: dmn-tck DIR [--failures] [--warnings] [--markdown FILE]");
            return 2;
        }

        var scores = new List<FolderScore>();
        foreach (var folder in TckSuite.Find(directory))
        {
            var score = Score(folder, TimeProvider.System.GetUtcNow(), options.Contains("--warnings"));
            scores.Add(score);
            output.WriteLine(score.Line);
            foreach (var failed in options.Contains("--failures") ? score.Failed : [])
            {
                output.WriteLine($"  {failed.Case.File} {failed.Case.Id}: {string.Join(" | ", failed.Failures)}");
            }
        }

        var markdown = Array.IndexOf(options, "--markdown");
        if (markdown >= 0 && markdown + 1 < options.Length)
        {
            File.WriteAllText(options[markdown + 1], Markdown(scores, options.Contains("--warnings")));
        }

        output.WriteLine(Total(scores));
        return scores.Exists(s => s.Failed.Count > 0) ? 1 : 0;
    }

    private static FolderScore Score(TckFolder folder, DateTimeOffset now, bool demandWarnings)
    {
        if (TckRunner.IsSkipped(folder))
        {
            return new FolderScore(folder, 0, [], folder.Cases.Count);
        }

        var outcomes = new TckRunner(folder, now, demandWarnings).Run().ToList();
        return new FolderScore(folder, outcomes.Count(o => o.HasPassed), [.. outcomes.Where(o => !o.HasPassed)], 0);
    }

    private static string Total(List<FolderScore> scores) => string.Create(
        CultureInfo.InvariantCulture,
        $"{scores.Sum(s => s.Passed)} passed, {scores.Sum(s => s.Failed.Count)} failed, {scores.Sum(s => s.Skipped)} skipped");

    private static string Markdown(List<FolderScore> scores, bool demandsWarnings)
    {
        var lines = new List<string>
        {
            "# DMN conformance",
            string.Empty,
            "Test cases of the DMN Technology Compatibility Kit (github.com/dmn-tck/tck at 0dbcaf9b98bc, Apache-2.0) that this engine passes.",
            "The data is about two thirds of the kit. A case passes when all its results are as expected" + (demandsWarnings ? ", and every error was reported with a warning." : "."),
            $"This page is written by `dotnet run -c Release --project tests/Conformance -- dmn-tck DIR{(demandsWarnings ? " --warnings" : string.Empty)} --markdown docs/dmn-conformance.md`.",
            "What the standard says beyond this data is tested in `tests/Decisions.Tests`: `FeelStandardTests`, `DmnStandardTests`, and every example of `FeelFunctionReference`.",
            string.Empty,
            string.Create(CultureInfo.InvariantCulture, $"**{Total(scores)}** on {TimeProvider.System.GetUtcNow():yyyy-MM-dd}. Skipped: calls of Java methods, which the platform refuses for safety."),
            string.Empty,
            "| level | folder | passed | failed | skipped |",
            "|---|---|--:|--:|--:|",
        };
        lines.AddRange(scores.Select(s => string.Create(
            CultureInfo.InvariantCulture, $"| {s.Level} | {s.Folder.Name} | {s.Passed} | {s.Failed.Count} | {s.Skipped} |")));
        return string.Join('\n', lines) + "\n";
    }

    private sealed record FolderScore(TckFolder Folder, int Passed, IReadOnlyList<TckOutcome> Failed, int Skipped)
    {
        internal string Level => System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(Folder.Path))?.Split('-')[^1] ?? string.Empty;

        internal string Line => string.Create(
            CultureInfo.InvariantCulture, $"{Folder.Name}: {Passed} passed, {Failed.Count} failed, {Skipped} skipped");
    }
}
