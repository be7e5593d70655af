namespace Platform.Runtime.Persistence.Sql;

/// <summary>Kinds of values that our own SQL passes as parameters; each provider maps them to its types.</summary>
public enum ColumnKind
{
    /// <summary><see cref="string"/>.</summary>
    Text = 0,

    /// <summary><see cref="Guid"/>.</summary>
    Uuid = 1,

    /// <summary><see cref="int"/>, and enums by their number.</summary>
    Int = 2,

    /// <summary><see cref="long"/>.</summary>
    Long = 3,

    /// <summary><see cref="DateTimeOffset"/>; see <see cref="Instants"/> for the precision.</summary>
    Instant = 4,

    /// <summary><see cref="byte"/> array.</summary>
    Bytes = 5,

    /// <summary><see cref="bool"/>.</summary>
    Flag = 6,

    /// <summary><see cref="DateOnly"/>.</summary>
    Day = 7,
}
