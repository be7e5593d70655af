using Microsoft.EntityFrameworkCore;
using Platform.Runtime.Persistence;

namespace Platform.Persistence.Sqlite;

/// <summary>The model on SQLite; migrations of this project belong to it.</summary>
/// <param name="options">Options with a SQLite connection.</param>
/// <param name="model">Parts of the model.</param>
public sealed class SqlitePlatformDb(DbContextOptions options, PlatformModel model) : PlatformDb(options, model)
{
    /// <summary>The writer's connection with its prepared statements; null for a context that only reads.</summary>
    internal SqliteSession? Session { get; init; }
}
