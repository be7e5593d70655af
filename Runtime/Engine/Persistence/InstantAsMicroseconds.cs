using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Platform.Runtime.Persistence;

/// <summary>SQLite has no instants: microseconds since 1970 in UTC sort, compare and index as they should.</summary>
internal sealed class InstantAsMicroseconds() : ValueConverter<DateTimeOffset, long>(
    value => Instants.ToMicroseconds(value),
    value => Instants.FromMicroseconds(value));
