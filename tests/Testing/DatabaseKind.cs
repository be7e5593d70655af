namespace Platform.Testing;

/// <summary>Databases on which the store's tests run.</summary>
public enum DatabaseKind
{
    /// <summary>A file of its own.</summary>
    Sqlite = 0,

    /// <summary>A database of its own on a real server.</summary>
    PostgreSql = 1,
}
