using Microsoft.EntityFrameworkCore;
using Platform.Runtime.Persistence;

namespace Platform.Persistence.PostgreSql;

/// <summary>The model on PostgreSQL; migrations of this project belong to it.</summary>
/// <param name="options">Options with a PostgreSQL connection.</param>
/// <param name="model">Parts of the model.</param>
public sealed class PostgreSqlPlatformDb(DbContextOptions options, PlatformModel model) : PlatformDb(options, model);
