using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Platform.Migrations;
using Platform.Runtime.Persistence;

string root = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(root, "Platform.sln")))
{
    root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("Expected Platform.sln above the tool, but found none.");
}

switch (args)
{
    case ["add", var name]:
        foreach (Target target in Target.All)
        {
            Scaffolder.Add(target, name, root);
            Console.WriteLine($"{target.Project}: {name}");
        }

        return 0;

    case ["reset"]:
        // The old snapshot is compiled into the provider projects, so the fresh start must be built before it is scaffolded.
        foreach (Target target in Target.All)
        {
            Scaffolder.Remove(target, root);
        }

        using (Process fresh = Process.Start("dotnet", ["run", "--project", Path.Combine(root, "build/Migrations"), "-p:RunAnalyzers=false", "--", "add", "Initial"]))
        {
            await fresh.WaitForExitAsync();
            return fresh.ExitCode;
        }

    case ["check"]:
        int pending = 0;
        foreach (Target target in Target.All)
        {
            using PlatformDb db = target.Open(ModelParts.All);
            bool changed = db.Database.HasPendingModelChanges();
            pending += changed ? 1 : 0;
            Console.WriteLine($"{target.Project}: {(changed ? "model changed since the last migration" : "up to date")}");
        }

        return pending;

    default:
        await Console.Error.WriteLineAsync("usage: add NAME | reset | check");
        return 2;
}
