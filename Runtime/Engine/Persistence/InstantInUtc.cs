using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Platform.Runtime.Persistence;

/// <summary>Instants leave and enter the database in UTC, cut to microseconds: what PostgreSQL keeps is what every provider keeps.</summary>
internal sealed class InstantInUtc() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    value => Instants.Cut(value),
    value => value.ToUniversalTime());
