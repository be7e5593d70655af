using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Platform.Persistence.PostgreSql;
using Platform.Persistence.Sqlite;
using Platform.Persistence.SqlServer;
using Platform.Runtime.Persistence;

namespace Platform.Migrations;

/// <summary>A provider with the project that keeps its migrations.</summary>
/// <param name="Project">Folder of the project below Runtime, also the end of its namespace.</param>
/// <param name="Open">Opens a context for the model. No connection is made.</param>
public sealed record Target(string Project, Func<PlatformModel, PlatformDb> Open)
{
    /// <summary>The three providers.</summary>
    public static IReadOnlyList<Target> All { get; } =
    [
        new("Persistence.Sqlite", model => new SqliteDatabase("scaffold.db", model).CreateDbContext()),
        new("Persistence.PostgreSql", model => new PostgreSqlDatabase("Host=localhost;Database=scaffold", model).CreateDbContext()),
        new("Persistence.SqlServer", model => new SqlServerDatabase("Server=localhost;Database=scaffold;Encrypt=false", model).CreateDbContext()),
    ];

    /// <summary>Services of the provider that only design time needs.</summary>
    /// <param name="db">A context of the provider.</param>
    internal static IDesignTimeServices DesignTimeServices(PlatformDb db)
    {
        System.Reflection.Assembly provider = System.Reflection.Assembly.Load(db.Database.ProviderName!);
        var attribute = (DesignTimeProviderServicesAttribute)provider.GetCustomAttributes(typeof(DesignTimeProviderServicesAttribute), false).Single();
        return (IDesignTimeServices)Activator.CreateInstance(provider.GetType(attribute.TypeName, throwOnError: true)!)!;
    }
}
