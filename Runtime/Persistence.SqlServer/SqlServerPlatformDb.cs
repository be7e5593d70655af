using Microsoft.EntityFrameworkCore;
using Platform.Runtime.Persistence;

namespace Platform.Persistence.SqlServer;

/// <summary>The model on SQL Server; migrations of this project belong to it.</summary>
/// <param name="options">Options with a SQL Server connection.</param>
/// <param name="model">Parts of the model.</param>
public sealed class SqlServerPlatformDb(DbContextOptions options, PlatformModel model) : PlatformDb(options, model);
