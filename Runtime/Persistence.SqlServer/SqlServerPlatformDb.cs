using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Platform.Runtime.Persistence;

namespace Platform.Persistence.SqlServer;

/// <summary>The model on SQL Server; migrations of this project belong to it.</summary>
/// <param name="options">Options with a SQL Server connection.</param>
/// <param name="model">Parts of the model.</param>
public sealed class SqlServerPlatformDb(DbContextOptions options, PlatformModel model) : PlatformDb(options, model)
{
    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // SQL Server has bits, no booleans: a filter must compare.
        foreach (IMutableIndex index in modelBuilder.Model.GetEntityTypes().SelectMany(e => e.GetIndexes()).Where(i => i.GetFilter() is "is_open"))
        {
            index.SetFilter("is_open = 1");
        }
    }
}
