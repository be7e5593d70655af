using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;
using Platform.Runtime.Persistence;

namespace Platform.Migrations;

/// <summary>Writes migrations into the provider projects, as <c>dotnet ef</c> would.</summary>
internal static class Scaffolder
{
    internal static void Add(Target target, string name, string root)
    {
        using PlatformDb db = target.Open(ModelParts.All);
        var services = new ServiceCollection();
        services.AddEntityFrameworkDesignTimeServices();
        services.AddDbContextDesignTimeServices(db);
        Target.DesignTimeServices(db).ConfigureDesignTimeServices(services);
        using ServiceProvider provider = services.BuildServiceProvider();
        using IServiceScope scope = provider.CreateScope();
        IMigrationsScaffolder scaffolder = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();

        string project = Path.Combine(root, "Runtime", target.Project);
        ScaffoldedMigration migration = scaffolder.ScaffoldMigration(name, $"Platform.{target.Project}", "Migrations");
        scaffolder.Save(project, migration, Path.Combine(project, "Migrations"), dryRun: false);
    }

    /// <summary>Only while nothing is released: afterwards a database out there has run the migration that would vanish.</summary>
    internal static void Remove(Target target, string root)
    {
        string folder = Path.Combine(root, "Runtime", target.Project, "Migrations");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
