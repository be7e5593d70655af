namespace Platform.Runtime.Persistence;

/// <summary>The precision that instants keep in every database: microseconds, UTC.</summary>
public static class Instants
{
    /// <summary>The instant in UTC without what is smaller than a microsecond.</summary>
    /// <param name="value">Any instant.</param>
    public static DateTimeOffset Cut(DateTimeOffset value) =>
        new(value.UtcTicks - (value.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>Microseconds since 1970-01-01 UTC.</summary>
    /// <param name="value">Any instant.</param>
    public static long ToMicroseconds(DateTimeOffset value) =>
        (value.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The instant that lies so many microseconds after 1970-01-01 UTC.</summary>
    /// <param name="value">Microseconds; negative before 1970.</param>
    public static DateTimeOffset FromMicroseconds(long value) =>
        new(DateTimeOffset.UnixEpoch.UtcTicks + (value * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
