namespace Platform.Runtime.Persistence.Sql;

/// <summary>A statement with the values for its parameters.</summary>
/// <param name="Sql">The statement.</param>
/// <param name="Values">One value per parameter; null is the database's null; enums may be passed as they are.</param>
public readonly record struct Statement(SqlText Sql, params object?[] Values);
